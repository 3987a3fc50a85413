import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Page = {
  /** Relative to the root of the repository. */
  path: string;
  text: string;
  /** The text without code blocks. */
  prose: string;
  /** The code blocks, and the code in the prose. */
  code: string;
  /** What a link can name after `#`, as GitHub makes it from the headings. */
  anchors: ReadonlySet<string>;
};

const codeBlock = /^( *)```(\w*)\n([\s\S]*?)^\1```$/gm;

/** Every Markdown page of the repository. */
export function readPages(root: string): Page[] {
  const exclude = ['**/node_modules/**', '**/dist/**'];
  return globSync('{,.changeset/,.github/,*/**/}*.md', { cwd: root, exclude }).map((path) =>
    readPage(root, path),
  );
}

function readPage(root: string, path: string): Page {
  const text = readFileSync(`${root}/${path}`, 'utf8');
  const prose = text.replace(codeBlock, '');
  const code = [...text.matchAll(codeBlock), ...prose.matchAll(/`([^`]+)`/g)].map((match) => match.at(-1)!);
  return { path, text, prose, code: code.join('\n'), anchors: anchorsOf(prose) };
}

function anchorsOf(prose: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading] of prose.matchAll(/^#{1,6} (.+)$/gm)) {
    const slug = slugOf(heading!);
    let anchor = slug;
    for (let n = 1; anchors.has(anchor); n++) anchor = `${slug}-${n}`;
    anchors.add(anchor);
  }
  return anchors;
}

const slugOf = (heading: string) =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');

/** The links that stay in the repository, with their anchors. */
export const localLinks = ({ prose }: Page): string[] =>
  [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^\w+:/.test(target));

/** The local links of a page that lead to no file or heading. `pageAt` has every page of the root by its path. */
export const brokenLinks = (root: string, page: Page, pageAt: ReadonlyMap<string, Page>): string[] =>
  localLinks(page).filter((link) => {
    const [file, anchor] = link.split('#');
    const path = file === '' ? page.path : join(dirname(page.path), file!);
    if (!existsSync(join(root, path))) return true;
    return anchor !== undefined && pageAt.get(path)?.anchors.has(anchor) !== true;
  });

/** The broken links of every page below a folder, each after its page. */
export function brokenLinksIn(root: string): string[] {
  const pages = readPages(root);
  const pageAt = new Map(pages.map((page) => [page.path, page]));
  return pages.flatMap((page) => brokenLinks(root, page, pageAt).map((link) => `${page.path}: ${link}`));
}

/** The paths of files and folders that the page names as code. A line number or a pattern is no part of one. */
export const namedPaths = ({ prose }: Page): string[] =>
  [
    ...prose.matchAll(/`((?:packages|apps|bench|docs|scripts|examples|\.github|\.vscode)\/[\w./-]*)[^`]*`/g),
  ].map(([, path]) => path!.replace(/\/$/, ''));

/** The scripts that the page runs by pnpm or Bun, with the package that `--filter` names. */
export const namedScripts = ({ code }: Page): { filter: string | undefined; script: string }[] =>
  [
    ...code.matchAll(
      /(?<![\w/.-])(?:pnpm(?:@12)?|bun run) (?:--filter (\S+) )?(?:run )?([a-z][\w:-]*)(?!\S)/g,
    ),
  ].map(([, filter, script]) => ({ filter, script: script! }));

/** The tasks of deno.json that the page runs. */
export const namedTasks = ({ code }: Page): string[] =>
  [...code.matchAll(/\bdeno task ([\w:-]+)/g)].map(([, task]) => task!);

/** The files of the repository to which a source refers by `@see`, each with the first name that the line gives. */
export const readReferences = (source: string): { path: string; name: string | undefined }[] =>
  [...source.matchAll(/@see (.*)/g)].flatMap(([, text]) => {
    const [, quoted, anchor] = /`(\w+)`|\.ts#(\w+)/.exec(text!) ?? [];
    const paths = text!.matchAll(/(?:packages|apps|bench|docs)\/[\w./-]+\.(?:ts|md|sql)/g);
    return [...paths].map(([path]) => ({ path, name: quoted ?? anchor }));
  });
