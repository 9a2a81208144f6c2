import type { Classes } from "./classes.ts";
import { createModel, type Model } from "./model.ts";
import type { Part, Parts } from "./parts.ts";
import type { Solver } from "./solver.ts";
import type { Unsafe } from "./unsafe.ts";
import { type Blocker, blockerOf, isWide, ownOf, type Witness, witnessOf } from "./witnesses.ts";

/** What is decided of each class. */
export type Decision = {
	/** 0 if published, otherwise the place of the reason in REASONS plus one. */
	suppressed: Uint8Array;
	unsafe: ReadonlyMap<number, Unsafe>;
	/** What is lost if a class is suppressed, in any unit. */
	weight: Float64Array;
};

/** Place of COMPLEMENTARY in REASONS, plus one. */
const COMPLEMENTARY = 5;
const PUBLISHED_EARLIER = 1;
const MOST_TRIES = 12;
/** First a witness is sought that avoids all that others rest on, then one that falls only as far as for everybody, then one for each who is left. */
const AVOIDING_ALL = 3;
/** A class on which more unsafe classes rest than this is hardly dispensable, and trying takes long. */
const MOST_USERS = 20;

/** Parts that belong together within an area, and the witnesses found for it. */
type Layer = {
	model: Model;
	parts: readonly Part[];
	/** Number of the first part among all. */
	first: number;
	/** Witnesses by each class that they move. */
	found: Map<number, Set<Witness>>;
	/** Witnesses that protect each unsafe class. */
	kept: Map<number, Witness[]>;
};

type Situation = { solver: Solver; classes: Classes; parts: Parts; decision: Decision };

function listsBy(groups: Int32Array): Map<number, number[]> {
	const lists = new Map<number, number[]>();
	groups.forEach((group, one) => {
		if (group < 0) return;
		const list = lists.get(group);
		if (list) list.push(one);
		else lists.set(group, [one]);
	});
	return lists;
}

function layersOf(members: readonly number[], situation: Situation): Layer[] {
	const { solver, classes, parts, decision } = situation;
	const within = new Set(members);
	const relations = classes.relations.filter(
		({ parent, children }) => within.has(parent) || children.some((child) => within.has(child)),
	);
	let first = 0;
	return parts.models.map((some) => {
		const model = createModel(solver, {
			parts: some,
			members,
			relations,
			weight: decision.weight,
			mayMove: (one) => classes.frozen[one] !== PUBLISHED_EARLIER,
			isSuppressed: (one) => decision.suppressed[one] !== 0,
		});
		const layer = { model, parts: some, first, found: new Map(), kept: new Map() };
		first += some.length;
		return layer;
	});
}

/** Chooses what else to suppress in an area, so that unsafe classes keep their intervals at the least loss. */
function createChooser(members: readonly number[], goals: readonly number[], situation: Situation) {
	const { classes, parts, decision } = situation;
	const { suppressed, unsafe, weight } = decision;
	const owned = listsBy(classes.owner);
	const layers = layersOf(members, situation);
	/** What this area alone needs suppressed: on the rest, other areas may rest. */
	const added = new Set<number>();

	const widthsOf = ({ first, parts: some }: Layer, one: number) =>
		some.map((_, part) => unsafe.get(one)?.widths[first + part] as number);

	const lossOf = (witness: Witness) =>
		witness.classes.reduce((sum, one) => sum + (suppressed[one] ? 0 : (weight[one] as number)), 0);

	/** What a witness must avoid: classes that do not differ, and classes that fall only as far as for everybody. */
	type Avoid = { fixed: Set<number>; robust: Set<number> };

	function avoidGroups({ fixed, robust }: Avoid, groups: Iterable<number>): void {
		for (const group of groups) {
			for (const one of owned.get(group) ?? []) fixed.add(one);
			for (const one of parts.leading.get(group) ?? []) robust.add(one);
		}
	}

	/** All that other witnesses rest on. */
	function avoidAll(layer: Layer, one: number, others: readonly Witness[], robustly: boolean) {
		const own = ownOf(parts, one);
		const avoid: Avoid = {
			fixed: new Set(),
			robust: new Set(robustly ? layer.model.fragile : others.flatMap(({ fragile }) => fragile)),
		};
		const groups = new Set(others.flatMap((witness) => [...witness.groups]));
		avoidGroups(
			avoid,
			[...groups].filter((group) => !own.groups.has(group)),
		);
		return avoid;
	}

	/** What somebody knows who rules out all the others. */
	function avoidBlocker({ groups, contributors }: Blocker, others: readonly Witness[]): Avoid {
		const fragile = others.flatMap((witness) => witness.fragile);
		const known = fragile.filter((one) =>
			contributors.some((contributor) => parts.byContributor(one).has(contributor)),
		);
		const avoid = { fixed: new Set<number>(), robust: new Set(known) };
		avoidGroups(avoid, groups);
		return avoid;
	}

	/** The witness of a class that loses least. */
	function cheapest(layer: Layer, one: number, { fixed, robust }: Avoid): Witness | undefined {
		const widths = widthsOf(layer, one);
		const ways = [widths, widths.map((width) => -width)]
			.map((by) => layer.model.cheapest(one, by, fixed, robust))
			.filter((deviation) => deviation !== null)
			.map((deviation) => witnessOf(deviation, layer.parts, layer.first, parts, classes));
		return ways.sort((a, b) => lossOf(a) - lossOf(b))[0];
	}

	/** Witnesses of a class that stand whoever looks; undefined where none are found. */
	function witnessesFor(layer: Layer, one: number): Witness[] | undefined {
		const widths = widthsOf(layer, one);
		if (widths.every((width) => width === 0)) return [];
		const own = ownOf(parts, one);
		const all = [...(layer.found.get(one) ?? [])].filter((witness) => isWide(witness, one, widths));
		let avoiding = 0;
		for (let tries = 0; tries < MOST_TRIES; tries++) {
			const blocker = blockerOf(all, own);
			if (!blocker) return all;
			const witness =
				avoiding < AVOIDING_ALL
					? cheapest(layer, one, avoidAll(layer, one, all, ++avoiding === AVOIDING_ALL))
					: cheapest(layer, one, avoidBlocker(blocker, all));
			if (witness) all.push(witness);
			else if (avoiding < AVOIDING_ALL) avoiding = AVOIDING_ALL;
			else if (tries > AVOIDING_ALL) return undefined;
		}
		return blockerOf(all, own) ? undefined : all;
	}

	function keep(layer: Layer, one: number, witnesses: readonly Witness[]): void {
		layer.kept.set(one, [...witnesses]);
		for (const witness of witnesses)
			for (const moved of witness.classes) {
				const list = layer.found.get(moved) ?? new Set();
				layer.found.set(moved, list.add(witness));
				if (suppressed[moved] !== 0) continue;
				suppressed[moved] = COMPLEMENTARY;
				added.add(moved);
				for (const { model } of layers) model.update(moved);
			}
	}

	/** Protects the unsafe classes; returns those that cannot be. */
	function protectAll(done: () => void): number[] {
		const failed = new Set<number>();
		for (const layer of layers)
			for (const one of goals) {
				const witnesses = witnessesFor(layer, one);
				if (witnesses) keep(layer, one, witnesses);
				else failed.add(one);
				done();
			}
		return [...failed];
	}

	/** Finds other witnesses for the classes that a complementary class protects, without it; false if one has none. */
	function replace(one: number): boolean {
		const replaced: Array<() => void> = [];
		for (const layer of layers) {
			const users = [...layer.kept].filter(([, kept]) =>
				kept.some((witness) => witness.classes.includes(one)),
			);
			if (users.length > MOST_USERS) return false;
			for (const witness of layer.found.get(one) ?? [])
				for (const moved of witness.classes)
					if (moved !== one) layer.found.get(moved)?.delete(witness);
			for (const [user] of users) {
				const witnesses = witnessesFor(layer, user);
				if (!witnesses) return false;
				replaced.push(() => keep(layer, user, witnesses));
			}
		}
		for (const change of replaced) change();
		return true;
	}

	/** Publishes complementary classes that turn out not to be needed, the dearest first, within a number of programs. */
	function prune(programs: number): void {
		const limit = layers.reduce((sum, { model }) => sum + model.solved(), programs);
		const complementary = [...added].sort(
			(a, b) => (weight[b] as number) - (weight[a] as number) || a - b,
		);
		for (const { model } of layers) model.onlySuppressed();
		for (const one of complementary) {
			if (layers.reduce((sum, { model }) => sum + model.solved(), 0) > limit) return;
			suppressed[one] = 0;
			for (const { model } of layers) model.update(one);
			if (replace(one)) {
				for (const layer of layers) layer.found.delete(one);
				continue;
			}
			suppressed[one] = COMPLEMENTARY;
			for (const layer of layers) {
				layer.model.update(one);
				for (const witness of layer.found.get(one) ?? [])
					for (const moved of witness.classes) layer.found.get(moved)?.add(witness);
			}
		}
	}

	return {
		protectAll,
		prune,
		witnesses: () => layers.map(({ kept }) => [...new Set([...kept.values()].flat())]),
		dispose: () => {
			for (const { model } of layers) model.dispose();
		},
	};
}

export type ProtectedArea = {
	/** Classes that cannot be protected. */
	failed: number[];
	/** Witnesses that protect the others, for each model. */
	witnesses: Witness[][];
};

/** Protects unsafe classes within an area, all else as it is. */
export function protectArea(
	members: readonly number[],
	goals: readonly number[],
	situation: Situation,
	pruning: number,
	done: () => void,
): ProtectedArea {
	const chooser = createChooser(members, goals, situation);
	try {
		const failed = chooser.protectAll(done);
		if (failed.length === 0) chooser.prune(pruning);
		return { failed, witnesses: chooser.witnesses() };
	} finally {
		chooser.dispose();
	}
}
