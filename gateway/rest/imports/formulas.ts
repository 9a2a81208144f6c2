/** Where a spreadsheet sees a formula (OWASP, CSV injection); in full width too, as East Asian keyboards type it. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A cell as a spreadsheet shows it and does not run it: what would begin a formula gets an apostrophe before it. */
export const neutralised = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** The cell that was neutralised. */
export const restored = (cell: string): string =>
	cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
