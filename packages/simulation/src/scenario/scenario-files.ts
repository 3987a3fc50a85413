/** How the simulator reads files. The app passes it, because this code does not depend on a runtime. */
export type ScenarioFiles = {
  /** Returns the text of a file. Throws an error whose message is one line and names the file. */
  readonly read: (file: string) => string;
  /** Returns the path of a file that the file `from` refers to by a path relative to itself. */
  readonly resolve: (from: string, path: string) => string;
};
