import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { MyRecordsDocument } from "../../graphql/graphql.ts";
import { askKeptPages } from "../../offline/known.ts";
import { useOutbox } from "../../offline/use-outbox.ts";
import { Missing, Waiting } from "../../parts/Answered.tsx";
import { dayOf } from "../../parts/day.ts";
import { PATHS } from "../../parts/paths.ts";
import { hubNow } from "../../session/session.ts";
import { useWords } from "../../words/use-words.ts";
import { firstDay } from "./groups.ts";
import { RecordGroup } from "./RecordGroup.tsx";
import { usePruning } from "./use-pruning.ts";
import look from "./Work.module.css";

const TIMES = ["week", "month", "quarter", "year", "all"] as const;
const GROUPS = [
	["RETURNED", ["RETURNED"]],
	["OPEN", ["DRAFT"]],
	["SUBMITTED", ["SUBMITTED"]],
	["APPROVED", ["APPROVED", "REPORTED", "AMENDED"]],
	["VOIDED", ["VOIDED"]],
] as const;

/** What the hub has of somebody's visits, by where they stand. */
export function Records({ owner, subject }: { owner: string; subject: string }) {
	const t = useWords();
	const navigate = useNavigate();
	const { since = "quarter" } = useSearch({ from: PATHS.work });
	const from = firstDay(since, dayOf(hubNow()));
	const query = useInfiniteQuery({
		...askKeptPages(
			owner,
			`records ${since}`,
			MyRecordsDocument,
			{ subjects: [subject], from },
			({ engagements }) => engagements.pageInfo,
		),
		refetchInterval: 60_000,
	});
	const [first] = query.data?.pages ?? [];
	const records = useMemo(
		() => query.data?.pages.flatMap(({ data }) => data.engagements.nodes),
		[query.data],
	);
	usePruning(records, first?.keptAt === undefined);
	const { items } = useOutbox();
	// What is changed on this device is listed there.
	const here = new Set(
		items.flatMap((item) => (item.type === "VISIT" && item.record ? [item.record.id] : [])),
	);
	return (
		<>
			<label className={look.since}>
				{t("work.since")}{" "}
				<select
					value={since}
					onChange={({ target }) =>
						void navigate({ to: "/work", search: { since: target.value }, replace: true })
					}
				>
					{TIMES.map((time) => (
						<option key={time} value={time}>
							{t(`work.time.${time}`)}
						</option>
					))}
				</select>
			</label>
			{first?.keptAt !== undefined && (
				<p className="quiet" role="status">
					{t("work.kept", {
						time: new Date(first.keptAt).toLocaleString(t.language === "zh" ? "zh-CN" : "en-US"),
					})}
				</p>
			)}
			{query.error && (
				<Missing name={t("work.records")} faults={[]} retry={() => void query.refetch()} />
			)}
			{query.isPending && <Waiting name={t("work.records")} height={300} />}
			{records &&
				GROUPS.map(([group, statuses]) => (
					<RecordGroup
						key={group}
						group={group}
						records={records.filter(
							({ id, status }) => (statuses as readonly string[]).includes(status) && !here.has(id),
						)}
						owner={owner}
					/>
				))}
			{records && query.hasNextPage && (
				<button
					type="button"
					className="action"
					disabled={query.isFetchingNextPage}
					onClick={() => void query.fetchNextPage()}
				>
					{t("table.more", {
						shown: t.number(records.length),
						total: t.number(first?.data.engagements.totalCount ?? 0),
					})}
				</button>
			)}
		</>
	);
}
