import type { ReadColor } from "./chart-kinds.ts";
import type { CellData } from "./take-along.ts";

export type Grid = {
	columns: string[];
	rows: CellData[][];
	/** Which columns stand on the right. */
	isRight?: boolean[];
	/** How many more rows there are. */
	hidden?: number;
};

/** What a picture holds; the rest is in the CSV, and counted under the last row. */
const MOST_ROWS = 300;
const SCALE = 2;
const FONT_PX = 14;
const LINE_PX = 26;
const MARGIN_PX = 20;
const GAP_PX = 20;
const WIDEST_PX = 340;

/** Text of a cell as a reader sees it: blocks apart, without what only screen readers are told. */
function textOf(cell: Element): string {
	const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
	let text = "";
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const around = node.parentElement;
		if (!around || around.closest(".unseen, svg")) continue;
		const isApart = getComputedStyle(around).display !== "inline";
		text += `${isApart ? " " : ""}${node.textContent}`;
	}
	return text.replaceAll(/\s+/g, " ").trim();
}

/** The table of a panel as it is drawn there, of a long one the rows in view; null if it has none. */
export function gridOf(panel: Element | null | undefined): Grid | null {
	const table = panel?.querySelector("table");
	if (!table) return null;
	const lines = [...table.querySelectorAll("tbody tr:has(th, td)")];
	const told = Number(table.getAttribute("aria-rowcount") ?? 0);
	const cells = (line: Element) => [...line.querySelectorAll("th, td")].map(textOf);
	const head = table.querySelector("thead tr");
	return {
		columns: head ? cells(head) : [],
		rows: lines.map(cells),
		isRight: [...(lines[0]?.children ?? [])].map((cell) =>
			["right", "end"].includes(getComputedStyle(cell).textAlign),
		),
		hidden: Math.max(0, told - 1 - lines.length),
	};
}

/** Draws rows of text as a table with a title, and under it where it is from. Null if the browser cannot draw. */
export async function pictureOfGrid(
	{ columns, rows, isRight = [], hidden = 0 }: Grid,
	about: { title: string; from: string; more: (rows: number) => string },
	color: ReadColor,
): Promise<Blob | null> {
	const canvas = document.createElement("canvas");
	const context = canvas.getContext("2d");
	if (!context) return null;
	const family = getComputedStyle(document.body).fontFamily;
	const setFont = (weight = 400, size = FONT_PX) => {
		context.font = `${weight} ${size}px ${family}`;
	};
	setFont();
	const drawn = rows.slice(0, MOST_ROWS).map((row) => row.map((cell) => String(cell ?? "")));
	const widthOf = (text: string) => Math.min(WIDEST_PX, context.measureText(text).width);
	const count = Math.max(columns.length, ...drawn.map((row) => row.length));
	const widths = Array.from({ length: count }, (_, index) =>
		Math.max(widthOf(columns[index] ?? ""), ...drawn.map((row) => widthOf(row[index] ?? ""))),
	);
	const missing = hidden + rows.length - drawn.length;
	const foot = missing > 0 ? [about.more(missing)] : [];
	const inner = widths.reduce((sum, width) => sum + width + GAP_PX, -GAP_PX);
	const width = Math.max(inner, widthOf(about.title), 480) + 2 * MARGIN_PX;
	const height = LINE_PX * (drawn.length + foot.length + 4) + 2 * MARGIN_PX;
	canvas.width = width * SCALE;
	canvas.height = height * SCALE;
	context.scale(SCALE, SCALE);
	context.fillStyle = color("--paper");
	context.fillRect(0, 0, width, height);
	context.textBaseline = "middle";

	let y = MARGIN_PX + LINE_PX / 2;
	const write = (text: string, x: number, token: string, most = width) => {
		context.fillStyle = color(token);
		context.fillText(text, x, y, most);
	};
	const writeRow = (cells: readonly string[], token: string) => {
		let x = MARGIN_PX;
		for (const [index, text] of cells.entries()) {
			const most = widths[index] ?? 0;
			context.textAlign = isRight[index] ? "right" : "left";
			write(text, isRight[index] ? x + most : x, token, most);
			x += most + GAP_PX;
		}
		context.textAlign = "left";
		context.fillStyle = color("--hairline");
		context.fillRect(MARGIN_PX, y + LINE_PX / 2, width - 2 * MARGIN_PX, 1);
		y += LINE_PX;
	};
	setFont(600, FONT_PX + 4);
	write(about.title, MARGIN_PX, "--ink");
	y += LINE_PX * 1.5;
	setFont();
	writeRow(columns, "--muted");
	for (const row of drawn) writeRow(row, "--ink");
	for (const text of [...foot, about.from]) {
		write(text, MARGIN_PX, "--muted", width - 2 * MARGIN_PX);
		y += LINE_PX;
	}
	return new Promise((done) => canvas.toBlob(done, "image/png"));
}
