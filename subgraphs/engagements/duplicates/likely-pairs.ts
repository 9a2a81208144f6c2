import { setImmediate as nextTurn } from "node:timers/promises";
import type { LikelyPair } from "../context.ts";
import { type Likeness, likeness } from "../name-matching/likeness.ts";
import { nearnessOf, pairsOfLetters, piecesOfName } from "../name-matching/similarity.ts";

/** A manufacturer as it is compared with others. */
export type Compared = Likeness & { id: string; matchName: string };

/** Letters at both ends of a name by which it is found however it is cut into words. */
const ENDS = 6;
/** A part of a name that more manufacturers than this have says nothing; two such parts together may. */
const MOST_ALIKE = 60;
/** Nor does a whole name or identifier that more than this have: comparing all of them would take forever. */
const MOST_SAME = 200;
/** Milliseconds of work after which other requests have their turn. */
const LONGEST_TURN = 10;

type Kept = { text: string; one: Compared; keys: string[]; letters: Set<string> };

const inPairs = (pieces: readonly string[]) =>
	pieces.flatMap((piece, at) => pieces.slice(at + 1).map((other) => `${piece}&${other}`));

/** What a manufacturer is found by: two that may be the same have one of these in common. */
function keysOf({ name, matchName, identifiers }: Compared): string[] {
	const pieces = piecesOfName(name).sort();
	return [
		...new Set([
			`=${matchName}`,
			`<${matchName.slice(0, ENDS)}`,
			`>${matchName.slice(-ENDS)}`,
			...pieces,
			...inPairs(pieces),
			...identifiers.map(({ scheme, value }) => `#${scheme} ${value}`),
		]),
	];
}

/** Keys of the whole name and of identifiers. */
const isWhole = (key: string) => key.startsWith("=") || key.startsWith("#");

const idOf = (one: string, other: string) => [one, other].sort().join("~");

/**
 * Keeps the pairs of manufacturers that may be the same. `update` takes all manufacturers as they are now and compares
 * those that are new or changed with those that have an identifier or a part of the name in common.
 */
export function keepLikelyPairs() {
	const kept = new Map<string, Kept>();
	const byKey = new Map<string, Set<string>>();
	const pairs = new Map<string, LikelyPair>();
	/** Ids of the pairs of each manufacturer. */
	const pairsOf = new Map<string, Set<string>>();

	function forget(id: string): void {
		for (const key of kept.get(id)?.keys ?? []) {
			byKey.get(key)?.delete(id);
			if (byKey.get(key)?.size === 0) byKey.delete(key);
		}
		kept.delete(id);
		for (const pair of pairsOf.get(id) ?? []) {
			for (const end of pairs.get(pair)?.ids ?? []) if (end !== id) pairsOf.get(end)?.delete(pair);
			pairs.delete(pair);
		}
		pairsOf.delete(id);
	}

	function keep(one: Compared, text: string): Kept {
		const entry = { text, one, keys: keysOf(one), letters: pairsOfLetters(one.matchName) };
		kept.set(one.id, entry);
		for (const key of entry.keys) {
			const alike = byKey.get(key);
			if (alike) alike.add(one.id);
			else byKey.set(key, new Set([one.id]));
		}
		return entry;
	}

	function compare(mine: Kept, theirs: Kept): void {
		const isSure = mine.keys.some((key) => isWhole(key) && theirs.keys.includes(key));
		if (!isSure && nearnessOf(mine.letters, theirs.letters) === 0) return;
		const like = likeness(mine.one, theirs.one);
		if (!like) return;
		const ids = [mine.one.id, theirs.one.id].sort() as [string, string];
		const id = idOf(...ids);
		pairs.set(id, { ids, ...like });
		for (const end of ids) pairsOf.set(end, (pairsOf.get(end) ?? new Set()).add(id));
	}

	function compareWithAlike(mine: Kept): void {
		const alike = new Set<string>();
		for (const key of mine.keys) {
			const ids = byKey.get(key);
			if (ids && ids.size <= (isWhole(key) ? MOST_SAME : MOST_ALIKE))
				for (const id of ids) alike.add(id);
		}
		alike.delete(mine.one.id);
		for (const id of alike) {
			const theirs = kept.get(id);
			if (theirs && !pairs.has(idOf(mine.one.id, id))) compare(mine, theirs);
		}
	}

	return {
		async update(now: readonly Compared[]): Promise<LikelyPair[]> {
			const present = new Set(now.map(({ id }) => id));
			for (const id of [...kept.keys()]) if (!present.has(id)) forget(id);
			const inTurns = turns();
			const changed: Kept[] = [];
			for (const one of now) {
				const text = JSON.stringify(one);
				if (kept.get(one.id)?.text === text) continue;
				forget(one.id);
				changed.push(keep(one, text));
				await inTurns();
			}
			for (const entry of changed) {
				compareWithAlike(entry);
				await inTurns();
			}
			return [...pairs.values()];
		},
	};
}

/** Lets other requests have their turn in between. */
function turns(): () => Promise<void> {
	let began = performance.now();
	return async () => {
		if (performance.now() - began < LONGEST_TURN) return;
		await nextTurn();
		began = performance.now();
	};
}
