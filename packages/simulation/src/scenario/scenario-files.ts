/** How the files of a scenario are found and read. */
export type ScenarioFiles = {
  /** The text of a file. Throws one line that names the file. */
  readonly read: (file: string) => string;
  /** The path of a file that `from` names relative to itself. */
  readonly resolve: (from: string, path: string) => string;
};
