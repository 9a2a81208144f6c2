import type { Log } from "../../shared/log.ts";
import type { Subgraph, SubgraphClient } from "../../shared/subgraph/subgraph.ts";
import { createSubgraphClient } from "../../shared/subgraph/subgraph-client.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { openEngagements } from "../../subgraphs/engagements/subgraph.ts";
import { openInstitutes } from "../../subgraphs/institutes/subgraph.ts";
import { openMep } from "../../subgraphs/mep/subgraph.ts";

/** Asks the engagements subgraph, as the program office where no viewer is given; throws the first error. */
export type Ask = <T>(
	query: string,
	variables: Record<string, unknown>,
	viewer?: Viewer,
) => Promise<T>;

const OFFICE: Viewer = { role: "PROGRAM_OFFICE", subject: "synthetic generator" };

/** Opens the subgraphs of a data folder, runs `work`, and closes them. */
export async function withEngagements<T>(
	dataDir: string,
	log: Log,
	work: (ask: Ask) => Promise<T>,
): Promise<T> {
	const open = new Map<string, Subgraph>();
	const ask: SubgraphClient = createSubgraphClient(async (name, request) => {
		const subgraph = open.get(name);
		if (!subgraph) throw new Error("it is not open");
		return subgraph.execute(request);
	});
	try {
		for (const [name, openOne] of Object.entries({
			institutes: openInstitutes,
			mep: openMep,
			engagements: openEngagements,
		}))
			open.set(name, await openOne({ dataDir, log, ask }));
		return await work(
			async <R>(query: string, variables: Record<string, unknown>, viewer = OFFICE) => {
				const { data, errors } =
					(await open
						.get("engagements")
						?.execute({ query, variables, viewer, requestId: "generate" })) ?? {};
				if (errors?.[0]) throw errors[0];
				return data as R;
			},
		);
	} finally {
		for (const subgraph of open.values()) await subgraph.close();
	}
}
