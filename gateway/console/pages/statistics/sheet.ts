import type { ReadColor } from "../../parts/chart-kinds.ts";
import { pictureOf } from "../../parts/picture.ts";
import { save } from "../../parts/take-along.ts";

const SVG = "http://www.w3.org/2000/svg";

function make(name: string, attributes: Record<string, string | number>): SVGElement {
	const element = document.createElementNS(SVG, name);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
	return element;
}

/** The words of an element as they are broken into lines, each with where it stands. */
function linesOf(element: Element): Array<{ text: string; x: number; y: number }> {
	const lines: Array<{ text: string; x: number; y: number }> = [];
	const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode())
		for (const { index, 0: word } of (node.textContent ?? "").matchAll(/\S+|[\p{Script=Han}]/gu)) {
			const range = document.createRange();
			range.setStart(node, index);
			range.setEnd(node, index + word.length);
			const { left, bottom } = range.getBoundingClientRect();
			const line = lines.at(-1);
			if (line && Math.abs(line.y - bottom) < 2) line.text += ` ${word}`;
			else lines.push({ text: word, x: left, y: bottom });
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

/** The drawings of a list with their `data-drawn` texts, as they stand on the page, as one drawing. */
function sheetOf(list: HTMLElement, color: ReadColor): SVGSVGElement {
	const { left, top, width, height } = list.getBoundingClientRect();
	const sheet = make("svg", { xmlns: SVG, width, height }) as SVGSVGElement;
	const patterns = document.querySelector("svg defs pattern")?.closest("svg");
	if (patterns) sheet.append(copied(patterns));
	for (const drawing of list.querySelectorAll<SVGSVGElement>("li svg")) {
		const place = drawing.getBoundingClientRect();
		const copy = copied(drawing);
		for (const [name, value] of Object.entries({
			x: place.left - left,
			y: place.top - top,
			width: place.width,
			height: place.height,
		}))
			copy.setAttribute(name, String(value));
		sheet.append(copy);
	}
	for (const element of list.querySelectorAll("[data-drawn]")) {
		const { fontSize, fontWeight } = getComputedStyle(element);
		for (const { text, x, y } of linesOf(element)) {
			const line = make("text", {
				x: x - left,
				y: y - top - 5,
				fill: color("--ink"),
				"font-family": "sans-serif",
				"font-size": fontSize,
				"font-weight": fontWeight,
			});
			line.textContent = text;
			sheet.append(line);
		}
	}
	return sheet;
}

/** Saves the drawings of a list, with their texts, as one picture. */
export async function saveSheet(file: string, list: HTMLElement, color: ReadColor): Promise<void> {
	const sheet = sheetOf(list, color);
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
