import { queryOptions } from "@tanstack/react-query";
import type { Answer } from "../../graphql/fetch-document.ts";
import {
	AllFiguresDocument,
	type AllFiguresQuery,
	type ObservationWhere,
} from "../../graphql/graphql.ts";
import { answers, ask } from "../../graphql/query.ts";

/** Most that the hub answers at once. */
const PAGE = 200;

/** The first figures of a filter, which show at once. */
export const firstFigures = (where: ObservationWhere) =>
	ask(AllFiguresDocument, { where, first: PAGE });

/** All figures of a filter, so that they are sorted and saved as one list. */
export const allFigures = (where: ObservationWhere) =>
	queryOptions({
		queryKey: ["all figures", where],
		async queryFn(): Promise<Answer<AllFiguresQuery>> {
			const first = await answers.ensureQueryData(firstFigures(where));
			const { observations } = first.data;
			const nodes = [...observations.nodes];
			const faults = [...first.faults];
			let { pageInfo } = observations;
			while (pageInfo.hasNextPage) {
				const after = pageInfo.endCursor as string;
				const next = await answers.ensureQueryData(
					ask(AllFiguresDocument, { where, first: PAGE, after }),
				);
				nodes.push(...next.data.observations.nodes);
				faults.push(...next.faults);
				pageInfo = next.data.observations.pageInfo;
			}
			return { data: { observations: { ...observations, nodes, pageInfo } }, faults };
		},
	});
