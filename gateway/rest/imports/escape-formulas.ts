/** Start of a formula in a spreadsheet (OWASP, CSV injection), including full-width forms of East Asian keyboards. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Prefixes a cell that a spreadsheet would run as a formula with an apostrophe. */
export const escapeFormula = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** The inverse of `escapeFormula`. */
export const unescapeFormula = (cell: string): string =>
	cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
