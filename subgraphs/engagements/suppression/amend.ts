import { classesOf } from "./classes.ts";
import { partsOf } from "./parts.ts";
import { NotProtectable, protect } from "./protect.ts";
import type { Contributions, Reason, Rules, TableSystem } from "./system.ts";
import { unsafeClass } from "./unsafe.ts";

export type AmendmentAnswer =
	| { ok: true }
	| { ok: false; why: Array<{ cell: number; reason: Reason }> };

const PUBLISHED = 1;

/** What changed of each contributor and group in some cells, as contributions: the amounts by which they differ. */
function changesIn(before: Contributions, after: Contributions, cells: readonly number[]) {
	const changes = new Map<string, { contributor: number; group: number; by: number[] }>();
	const count = (contributions: Contributions, sign: number) => {
		for (const cell of cells) {
			const end = contributions.start[cell + 1] as number;
			for (let at = contributions.start[cell] as number; at < end; at++) {
				const contributor = contributions.contributor[at] as number;
				const group = contributions.group[at] as number;
				const key = `${contributor}~${group}`;
				const change = changes.get(key) ?? {
					contributor,
					group,
					by: contributions.values.map(() => 0),
				};
				changes.set(key, change);
				contributions.values.forEach((values, measure) => {
					change.by[measure] = (change.by[measure] as number) + sign * (values[at] as number);
				});
			}
		}
	};
	count(before, -1);
	count(after, 1);
	return [...changes.values()].filter(({ by }) => by.some((value) => Math.abs(value) > 1e-9));
}

/** Figures that anybody can compute: published cells, and of each relation with a published parent the sum of its suppressed children. */
function publicFigures({ relations, frozen, cells }: TableSystem): number[][] {
	const isPublished = (cell: number) => frozen?.[cell] === PUBLISHED;
	const figures = Array.from({ length: cells }, (_, cell) => [cell]).filter(([cell]) =>
		isPublished(cell as number),
	);
	for (const { parent, children } of relations) {
		const suppressed = children.filter((child) => !isPublished(child));
		if (isPublished(parent) && suppressed.length > 0) figures.push(suppressed);
	}
	return figures;
}

/** The differences of figures as a system of their own, one cell for each figure that changed. */
function differences(
	before: TableSystem,
	after: TableSystem,
): { system: TableSystem; of: number[] } {
	const of: number[] = [];
	const start = [0];
	const entries: ReturnType<typeof changesIn> = [];
	for (const figure of publicFigures(after)) {
		const changes = changesIn(before.contributions, after.contributions, figure);
		if (changes.length === 0) continue;
		entries.push(...changes);
		start.push(entries.length);
		of.push(figure[0] as number);
	}
	const contributions: Contributions = {
		start: Int32Array.from(start),
		contributor: Int32Array.from(entries, ({ contributor }) => contributor),
		group: Int32Array.from(entries, ({ group }) => group),
		values: after.contributions.values.map((_, measure) =>
			Float64Array.from(entries, ({ by }) => Math.abs(by[measure] as number)),
		),
	};
	return {
		of,
		system: { cells: of.length, relations: [], measures: after.measures, contributions },
	};
}

/** Cells that must not be published by themselves, one of each class. */
function unsafeCells(system: TableSystem, rules: Rules): Array<{ cell: number; reason: Reason }> {
	const classes = classesOf(system);
	const parts = partsOf(system, classes);
	const found: Array<{ cell: number; reason: Reason }> = [];
	for (let one = 0; one < classes.count; one++) {
		const unsafe = unsafeClass(system, classes, parts, rules, one);
		if (unsafe) found.push({ cell: classes.cell[one] as number, reason: unsafe.reason });
	}
	return found;
}

/**
 * Whether a system that was published may be published anew with other contributions, under the same pattern (`after.frozen`):
 * each difference that anybody can compute must itself satisfy the rules, and so must what is suppressed now.
 * Both systems have the same cells and number contributors alike.
 */
export async function mayAmend(
	before: TableSystem,
	after: TableSystem,
	rules: Rules,
): Promise<AmendmentAnswer> {
	const { system, of } = differences(before, after);
	const why = [
		...unsafeCells(system, rules).map(({ cell, reason }) => ({ cell: of[cell] as number, reason })),
		...unsafeCells(after, rules).filter(({ cell }) => after.frozen?.[cell] === PUBLISHED),
	];
	if (why.length > 0) return { ok: false, why };
	try {
		await protect(after, rules);
		return { ok: true };
	} catch (error) {
		if (!(error instanceof NotProtectable)) throw error;
		const reason: Reason = "EARLIER_RELEASE";
		return { ok: false, why: error.cells.map((cell) => ({ cell, reason })) };
	}
}
