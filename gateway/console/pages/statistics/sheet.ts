import type { ReadColor } from "../../parts/chart-kinds.ts";
import { pictureOf } from "../../parts/picture.ts";
import { save } from "../../parts/take-along.ts";

const SVG = "http://www.w3.org/2000/svg";
const LINE_PX = 20;
const MARGIN_PX = 16;
/** Height of the title. */
const HEAD_PX = 56;

function make(name: string, attributes: Record<string, string | number>): SVGElement {
	const element = document.createElementNS(SVG, name);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
	return element;
}

type Line = { text: string; left: number; right: number; bottom: number };

/** Where lines may break: words with the space before them, and each Chinese character. */
const WORDS = /\s*(?:\p{Script=Han}|[^\s\p{Script=Han}]+)/gu;

/** The words of an element as they are broken into lines, each with where it stands. */
function linesOf(element: Element): Line[] {
	const lines: Line[] = [];
	const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		let line: Line | undefined;
		for (const { index, 0: word } of (node.textContent ?? "").matchAll(WORDS)) {
			const range = document.createRange();
			range.setStart(node, index + word.length - word.trimStart().length);
			range.setEnd(node, index + word.length);
			const { left, right, bottom } = range.getBoundingClientRect();
			if (line && Math.abs(line.bottom - bottom) < LINE_PX / 4) {
				line.text += word;
				line.right = right;
			} else {
				line = { text: word.trimStart(), left, right, bottom };
				lines.push(line);
			}
		}
	}
	return lines;
}

/** A copy of a drawing with the colours that style sheets give it, to stand alone. */
function copied(drawing: SVGElement): SVGElement {
	const copy = drawing.cloneNode(true) as SVGElement;
	const originals = drawing.querySelectorAll<SVGElement>("*");
	for (const [index, element] of copy.querySelectorAll<SVGElement>("*").entries()) {
		const original = originals[index];
		if (!original) continue;
		const { fill, stroke, strokeWidth } = getComputedStyle(original);
		// A pattern is named by the element itself.
		if (!original.getAttribute("fill")) element.setAttribute("fill", fill);
		element.setAttribute("stroke", stroke);
		element.setAttribute("stroke-width", strokeWidth);
		element.removeAttribute("class");
	}
	return copy;
}

/** The drawings of a list with their `data-drawn` texts, as they stand on the page, under a title, as one drawing. */
function sheetOf(title: string, list: HTMLElement, color: ReadColor): SVGSVGElement {
	const place = list.getBoundingClientRect();
	const width = place.width + 2 * MARGIN_PX;
	const height = place.height + HEAD_PX + MARGIN_PX;
	const [left, top] = [place.left - MARGIN_PX, place.top - HEAD_PX];
	const sheet = make("svg", { xmlns: SVG, width, height }) as SVGSVGElement;
	sheet.style.fontFamily = getComputedStyle(document.body).fontFamily;
	const write = (text: string, attributes: Record<string, string | number>) => {
		const line = make("text", { fill: color("--ink"), ...attributes });
		line.textContent = text;
		sheet.append(line);
	};
	write(title, { x: MARGIN_PX, y: HEAD_PX / 2, "font-size": 18 });
	const patterns = document.querySelector("svg defs pattern")?.closest("svg");
	if (patterns) sheet.append(copied(patterns));
	for (const drawing of list.querySelectorAll<SVGSVGElement>("li svg")) {
		const at = drawing.getBoundingClientRect();
		const copy = copied(drawing);
		copy.setAttribute("x", String(at.left - left));
		copy.setAttribute("y", String(at.top - top));
		copy.setAttribute("width", String(at.width));
		copy.setAttribute("height", String(at.height));
		sheet.append(copy);
	}
	for (const element of list.querySelectorAll("[data-drawn]")) {
		const { fontSize, fontWeight } = getComputedStyle(element);
		for (const line of linesOf(element))
			write(line.text, {
				x: line.left - left,
				y: line.bottom - top - LINE_PX / 4,
				"font-size": fontSize,
				"font-weight": fontWeight,
				// A picture cannot load the page's font; others may be wider.
				textLength: line.right - line.left,
				lengthAdjust: "spacingAndGlyphs",
			});
	}
	return sheet;
}

/** Saves the drawings of a list, with their texts, as one picture with a title. */
export async function saveSheet(
	file: string,
	title: string,
	list: HTMLElement,
	color: ReadColor,
): Promise<void> {
	const sheet = sheetOf(title, list, color);
	// A drawing has a size once it stands on the page, here where nobody sees it.
	const aside = document.createElement("div");
	aside.style.position = "fixed";
	aside.style.left = "200vw";
	aside.append(sheet);
	document.body.append(aside);
	try {
		const picture = await pictureOf(sheet, color("--paper"));
		if (picture) save(`${file}.png`, picture);
	} finally {
		aside.remove();
	}
}
