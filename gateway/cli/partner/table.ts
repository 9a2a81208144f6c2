type Cell = string | number | null | undefined;

const textOf = (cell: Cell) => (cell === null || cell === undefined ? "-" : String(cell));

/** Prints rows in columns under headings, or `none` if there are no rows. */
export function printTable(
	headings: readonly string[],
	rows: ReadonlyArray<readonly Cell[]>,
	none: string,
): void {
	if (rows.length === 0) {
		console.log(none);
		return;
	}
	const lines = [headings, ...rows].map((row) => row.map(textOf));
	const widths = headings.map((_, column) =>
		Math.max(...lines.map((line) => line[column]?.length ?? 0)),
	);
	for (const line of lines)
		console.log(
			line
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join("  ")
				.trimEnd(),
		);
}

export function printJson(value: unknown): void {
	console.log(JSON.stringify(value, null, 2));
}
