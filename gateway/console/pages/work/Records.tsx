import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { MyRecordsDocument } from "../../graphql/graphql.ts";
import { askKept } from "../../offline/known.ts";
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
	const query = useQuery({
		...askKept(owner, `records ${since}`, MyRecordsDocument, { subjects: [subject], from }),
		refetchInterval: 60_000,
	});
	const records = query.data?.data.engagements;
	usePruning(records?.nodes, query.data?.keptAt === undefined);
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
			{query.data?.keptAt !== undefined && (
				<p className="quiet" role="status">
					{t("work.kept", {
						time: new Date(query.data.keptAt).toLocaleString(
							t.language === "zh" ? "zh-CN" : "en-US",
						),
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
						records={records.nodes.filter(
							({ id, status }) => (statuses as readonly string[]).includes(status) && !here.has(id),
						)}
						owner={owner}
					/>
				))}
			{records && records.totalCount > records.nodes.length && (
				<p className="quiet">
					{t("work.more", { count: records.totalCount - records.nodes.length })}
				</p>
			)}
		</>
	);
}
