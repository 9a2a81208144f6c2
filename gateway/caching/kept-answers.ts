import type { FormattedExecutionResult } from "graphql";
import { LRUCache } from "lru-cache";
import type { Lifetimes } from "../../shared/subgraph/cache-control.ts";
import type { Versions } from "../../shared/subgraph/subgraph.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import type { KeptText } from "../context.ts";
import type { Execute } from "../execute.ts";
import { AS_KEPT, keptText } from "../http/kept-text.ts";
import { estimateJsonSize } from "../limits/response-size.ts";
import { type KeptRules, keptPolicies } from "./kept-policy.ts";

/** The answer of an operation without its objects: what Apollo Server is given stands for the text. */
type KeptAnswer = { data: object; text: KeptText; lifetimes: Lifetimes | undefined };

/** What all answers that are kept for a graph may take. */
const MOST_BYTES = 48_000_000;
/** Filters are resolved with reference data of other subgraphs, of which no version is known: answers of records are asked anew after so long. */
const MOST_SECONDS = 60;
const UNLIMITED: ReadonlySet<string> = new Set(["releases"]);
/** What an answer takes beside its text, and how much of that its compressed forms may add. */
const OVERHEAD = 1000;
const COMPRESSED = 0.25;

const textBehind = new WeakMap<object, KeptText>();

/** The body of a response; AS_KEPT stands for that of a kept answer, which was made before. */
export function stringifyResult(result: FormattedExecutionResult): string {
	const text = result.data && textBehind.get(result.data);
	if (!text) return `${JSON.stringify(result)}\n`;
	const { data: _, ...others } = result;
	const more = Object.values(others).some((one) => one !== undefined);
	return more ? text.with(others) : AS_KEPT;
}

export type KeepOptions = KeptRules & { versions: Versions; answerBytes: number };

/**
 * Keeps answers to operations all of whose fields stay as they are until a version of the data changes. The versions,
 * which say what the viewer sees, are read for each request and belong to the key.
 */
export function keepAnswers(
	execute: Execute,
	{ versions, answerBytes, ...rules }: KeepOptions,
): Execute {
	const policyOf = keptPolicies(rules);
	const kept = new LRUCache<string, KeptAnswer>({ maxSize: MOST_BYTES });

	/** Undefined where one of them is not known here, or cannot be read now. */
	async function versionsOf(changes: string[], viewer: Viewer): Promise<string[] | undefined> {
		const reads = changes.flatMap((change) => versions[change] ?? []);
		if (reads.length < changes.length) return undefined;
		return Promise.all(reads.map((read) => read(viewer))).catch(() => undefined);
	}

	return async (asked) => {
		const { schema, document, operation, queryHash, request, context } = asked;
		const policy = context.warming ? undefined : policyOf(schema, document, operation);
		const now = policy && (await versionsOf(policy.changes, context.viewer));
		if (!policy || !now) return execute(asked);
		const key = JSON.stringify([queryHash, request.operationName, request.variables, now]);
		let answer = kept.get(key);
		if (!answer) {
			const result = await execute(asked);
			const { data, errors, extensions } = result;
			if (!data || errors || extensions) return result;
			// Too large an answer is refused, and says so.
			if (estimateJsonSize(data, answerBytes) > answerBytes) return result;
			const text = keptText(data);
			answer = { data: {}, text, lifetimes: context.lifetimes };
			textBehind.set(answer.data, text);
			const isUnlimited = policy.changes.every((change) => UNLIMITED.has(change));
			const seconds = Math.min(policy.seconds, isUnlimited ? policy.seconds : MOST_SECONDS);
			kept.set(key, answer, {
				size: Math.ceil(key.length + text.bytes.length * (1 + COMPRESSED)) + OVERHEAD,
				ttl: Number.isFinite(seconds) ? seconds * 1000 : 0,
			});
		}
		context.lifetimes = answer.lifetimes;
		if (context.answer) context.answer.kept = answer.text;
		return { data: answer.data as Record<string, unknown> };
	};
}
