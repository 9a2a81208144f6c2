import { queryOptions } from "@tanstack/react-query";
import { type Answer, fetchDocument } from "../../graphql/fetch-document.ts";
import { PublishLogDocument, type PublishLogQuery } from "../../graphql/graphql.ts";

/** The publish log from its first entry on, of one partner or of all. */
export const wholeLog = (partnerId?: string) =>
	queryOptions({
		queryKey: ["publish log", partnerId ?? null],
		async queryFn({ signal }): Promise<Answer<PublishLogQuery>> {
			const about = partnerId ? { partnerId } : {};
			const first = await fetchDocument(PublishLogDocument, about, signal);
			const { publishLog } = first.data;
			const nodes = [...publishLog.nodes];
			let { pageInfo } = publishLog;
			while (pageInfo.hasNextPage) {
				const after = pageInfo.endCursor as string;
				const next = await fetchDocument(PublishLogDocument, { ...about, after }, signal);
				nodes.push(...next.data.publishLog.nodes);
				pageInfo = next.data.publishLog.pageInfo;
			}
			return { ...first, data: { publishLog: { ...publishLog, nodes, pageInfo } } };
		},
	});

const DAY_MS = 86_400_000;
const DAYS = 28;

/** The last four weeks, today included, as ISO 8601 days. */
export function lastWeeks(now: number): { from: string; to: string } {
	const day = (time: number) => new Date(time).toISOString().slice(0, 10);
	return { from: day(now - (DAYS - 1) * DAY_MS), to: day(now) };
}
