import type { Context } from "../context.ts";
import { askInstituteIds } from "../remote/lists.ts";
import { type AskedYear, askYearlyFacts, type YearlyFacts } from "../remote/yearly-facts.ts";
import { PUBLISHED_PROPERTIES } from "./published.ts";
import type { FigureScope } from "./queries.ts";

const MEP_NETWORK = "mep-national-network";

/** All centers or institutes of a network together, and the yearly facts of the network. */
export async function networkIn(
	{ ask }: Pick<Context, "ask">,
	id: string,
	asked: AskedYear,
): Promise<{ scope: FigureScope; facts: YearlyFacts }> {
	const [[facts], ids] = await Promise.all([
		askYearlyFacts(ask, "Network", [id], asked, PUBLISHED_PROPERTIES),
		id === MEP_NETWORK ? ("all" as const) : askInstituteIds(ask, { networkIds: [id] }),
	]);
	const column = id === MEP_NETWORK ? ("center_id" as const) : ("institute_id" as const);
	return { scope: { together: id, column, ids }, facts: facts as YearlyFacts };
}
