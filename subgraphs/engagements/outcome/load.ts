import type { Context } from "../context.ts";
import { outcomeLoader } from "./loaders.ts";
import { toOutcome } from "./present.ts";

/** The outcome with an id, where the viewer sees one. */
export async function outcomeById(id: string, context: Context) {
	const row = await outcomeLoader(context).load(id);
	return row && toOutcome(row);
}
