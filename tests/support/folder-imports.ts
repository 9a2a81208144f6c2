import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import type { FolderOrder } from "./folder-order.ts";

/** An import from one folder (or file beside the folders) into another; `from` and `to` are such units. */
type Import = { from: string; to: string; file: string; target: string };

const IMPORTED = /(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']+)["']/g;

const unitOf = (file: string): string => file.split(sep)[0] as string;

/** All imports between the units of a folder, of types too. */
function importsIn(root: string, files: readonly string[]): Import[] {
	return files.flatMap((file) =>
		[...readFileSync(join(root, file), "utf8").matchAll(IMPORTED)].flatMap(([, path = ""]) => {
			const target = normalize(join(dirname(file), path));
			const [from, to] = [unitOf(file), unitOf(target)];
			return to === ".." || from === to ? [] : [{ from, to, file, target }];
		}),
	);
}

/** The groups of units that can all be reached from each other. */
function circlesIn(imports: readonly Import[]): string[][] {
	const next = new Map<string, Set<string>>();
	for (const { from, to } of imports) next.set(from, (next.get(from) ?? new Set()).add(to));
	const reach = (start: string): Set<string> => {
		const found = new Set<string>();
		const open = [start];
		for (let unit = open.pop(); unit !== undefined; unit = open.pop())
			for (const to of next.get(unit) ?? [])
				if (!found.has(to)) {
					found.add(to);
					open.push(to);
				}
		return found;
	};
	const reached = new Map([...next.keys()].map((unit) => [unit, reach(unit)]));
	const groups = new Map<string, string[]>();
	for (const [unit, all] of reached)
		if (all.has(unit)) {
			const group = [...all].filter((other) => reached.get(other)?.has(unit)).sort();
			groups.set(group.join(" "), group);
		}
	return [...groups.values()];
}

export type FolderReport = {
	/** How many pairs of units import one from the other. */
	arrows: number;
	upward: string[];
	circles: string[][];
	/** What breaks the bounds, for people. */
	faults: string[];
};

/** Counts the imports between the folders of `root` and compares them with the bounds. */
export function checkFolders(root: string, bounds: FolderOrder): FolderReport {
	const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
		/\.tsx?$/.test(file),
	);
	const imports = importsIn(root, files);
	const place = new Map(bounds.order.map((unit, index) => [unit, index]));
	const unplaced = [...new Set(files.map(unitOf))].filter((unit) => !place.has(unit)).sort();
	const placeOf = (unit: string) => place.get(unit) ?? -1;
	const upward = imports
		.filter(({ from, to }) => placeOf(to) > placeOf(from))
		.map(({ file, target }) => `${file} imports ${target}`);
	const circles = circlesIn(imports);
	const { apart = [] } = bounds;
	const joined =
		apart === "all"
			? imports
			: apart.flatMap((pair) =>
					imports.filter(({ from, to }) => pair.includes(from) && pair.includes(to)),
				);
	const faults = [
		...unplaced.map((unit) => `${unit} has no place in tests/support/folder-order.ts`),
		...joined.map(({ file, target }) => `${file} may not import ${target}`),
		...(upward.length > bounds.upward
			? [`${upward.length} upward imports, ${bounds.upward} allowed: ${upward.join("; ")}`]
			: []),
		...(circles.length > bounds.circles
			? [
					`${circles.length} circles, ${bounds.circles} allowed: ${circles.map((units) => units.join(" ↔ ")).join("; ")}`,
				]
			: []),
	];
	const arrows = new Set(imports.map(({ from, to }) => `${from} ${to}`)).size;
	return { arrows, upward, circles, faults };
}
