import { EXTENSION, type Lifetimes } from "../../shared/subgraph/cache-control.ts";
import type { RequestContext } from "../context.ts";
import type { Transport } from "../subgraph-transport.ts";

/** Notes the lifetimes that a subgraph's resolvers set; of several answers, the shortest of each field. */
export function noteLifetimes(transport: Transport): Transport {
	return {
		async process(options) {
			const answer = await transport.process(options);
			const told = answer.extensions?.[EXTENSION] as Lifetimes | undefined;
			const context = options.context as RequestContext | undefined;
			if (!told || !context) return answer;
			const noted: Lifetimes = context.lifetimes ?? {};
			for (const [coordinate, seconds] of Object.entries(told))
				noted[coordinate] = Math.min(noted[coordinate] ?? seconds, seconds);
			context.lifetimes = noted;
			return answer;
		},
	};
}
