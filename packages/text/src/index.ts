export * from './aligned-table.ts';
export * from './csv-line.ts';
export * from './csv-lines.ts';
