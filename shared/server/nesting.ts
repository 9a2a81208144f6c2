import { type DocumentNode, Kind, Lexer, parse, type SelectionSetNode, Source } from "graphql";
import { LRUCache } from "lru-cache";
import { fragmentsOf } from "../fragments.ts";

/** Levels of selections, or of brackets. What is deeper would overflow the stack of parser, validation or planner. */
const MOST_LEVELS = 200;
/** A shorter text cannot be nested deep enough to harm. */
const SHORT = 1000;
/** Characters of texts that are known to be harmless. */
const REMEMBERED = 2_000_000;

class TooDeep extends Error {}

const OPENING = new Set(["{", "[", "("]);
const CLOSING = new Set(["}", "]", ")"]);

/** Whether the text has no more tokens than the parser takes. Throws TooDeep, or a syntax error. */
function checkBrackets(text: string, mostTokens: number): boolean {
	const lexer = new Lexer(new Source(text));
	let level = 0;
	let tokens = 0;
	for (let token = lexer.advance(); token.kind !== "<EOF>"; token = lexer.advance()) {
		if (OPENING.has(token.kind)) level++;
		if (CLOSING.has(token.kind)) level--;
		if (level > MOST_LEVELS) throw new TooDeep();
		if (++tokens > mostTokens) return false;
	}
	return true;
}

/** Throws TooDeep where fragments lead from one to the next too often. */
function checkFragments(document: DocumentNode): void {
	const fragments = fragmentsOf(document);
	const heights = new Map<string, number>();

	function heightOf(set: SelectionSetNode, level: number): number {
		if (level > MOST_LEVELS) throw new TooDeep();
		let most = 0;
		for (const node of set.selections) {
			const height =
				node.kind === Kind.FRAGMENT_SPREAD
					? heightOfFragment(node.name.value, level + 1)
					: node.selectionSet
						? heightOf(node.selectionSet, level + 1)
						: 0;
			most = Math.max(most, height);
		}
		return most + 1;
	}

	function heightOfFragment(name: string, level: number): number {
		const fragment = fragments.get(name);
		if (!fragment) return 0;
		let height = heights.get(name);
		if (height === undefined) {
			// A fragment that leads back to itself is told by validation.
			heights.set(name, 0);
			height = heightOf(fragment.selectionSet, level);
			heights.set(name, height);
		}
		if (level + height > MOST_LEVELS) throw new TooDeep();
		return height;
	}

	for (const one of document.definitions) if ("selectionSet" in one) heightOf(one.selectionSet, 0);
}

/**
 * Tells what is wrong with documents that are nested too deeply to be looked at. One of more than `mostTokens` is left to
 * the parser, which refuses it.
 */
export function nestingCheck(mostTokens: number): (text: unknown) => string | undefined {
	const harmless = new LRUCache<string, true>({
		maxSize: REMEMBERED,
		sizeCalculation: (_, text) => text.length,
	});
	return (text) => {
		if (typeof text !== "string" || text.length < SHORT || harmless.has(text)) return undefined;
		try {
			if (!checkBrackets(text, mostTokens)) return undefined;
			checkFragments(parse(text, { noLocation: true }));
		} catch (error) {
			return error instanceof TooDeep
				? `The document is nested more than ${MOST_LEVELS} levels deep, fragments included`
				: undefined;
		}
		harmless.set(text, true);
		return undefined;
	};
}
