import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { CenterQuarterDocument, type CenterQuarterQuery } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { ChangesFold } from "../../parts/ChangesFold.tsx";
import { Fact, Facts } from "../../parts/Facts.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { PATHS } from "../../parts/paths.ts";
import { type Quarter, quarterText } from "../../parts/quarters.ts";
import { useSession } from "../../session/use-session.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Quarters.module.css";
import { GROUPS, RecordsPanel, UndatedPanel } from "./RecordsPanel.tsx";
import { ReportPanel } from "./ReportPanel.tsx";
import type { State } from "./standing.ts";

export type Preview = CenterQuarterQuery["quarterPreview"];

/** What a center's quarter is, and how it stands. */
function Standing({ preview, state }: { preview: Preview; state: State | undefined }) {
	const t = useWords();
	const { report, approved, smeCount, startsOn, endsOn } = preview;
	const counts = { smes: smeCount, count: approved.totalCount };
	const open = [
		["submitted", preview.submitted.totalCount],
		["stranded", preview.stranded.totalCount],
		["tooCoarselyDated", preview.tooCoarselyDated.totalCount],
		["undated", preview.undatedCount],
	] as const;
	const said = open.flatMap(([group, count]) =>
		count > 0 ? [t(`quarters.still-open.${group}`, { count })] : [],
	);
	return (
		<Facts>
			<Fact name={t("quarters.dates")}>
				{t("quarters.days", { from: t.date(startsOn), to: t.date(endsOn) })}
			</Fact>
			<Fact name={t("quarters.state")}>
				{report
					? t("quarters.reported.long", {
							date: t.date(report.reportedAt),
							by: report.reportedBy,
							count: report.engagementCount,
							smes: report.smeCount,
						})
					: t(state?.hasEnded === false ? "quarters.runs" : "quarters.open.long", {
							date: t.date(endsOn),
						})}
			</Fact>
			{!report && <Fact name={t("quarters.would")}>{t("quarters.would.counts", counts)}</Fact>}
			<Fact name={t("quarters.still-open")}>
				{said.length > 0
					? new Intl.ListFormat(t.language, { type: "unit" }).format(said)
					: t("quarters.still-open.nothing")}
			</Fact>
			<Fact name={t("quarters.statistics")}>
				{state?.isReleased ? t("quarters.statistics.released") : t("quarters.statistics.not")}
			</Fact>
		</Facts>
	);
}

/** One quarter of one center: what is open in it, by record; its report; and what came after it. */
export function CenterQuarterView({ centerId, quarter }: { centerId: string; quarter: Quarter }) {
	const t = useWords();
	const { viewer } = useSession();
	const [reported, setReported] = useState<{ count: number; smes: number }>();
	const query = useQuery({ ...ask(CenterQuarterDocument, { centerId, ...quarter }), staleTime: 0 });
	const preview = query.data?.data.quarterPreview;
	const name = quarterText(t, quarter);
	const year = { year: String(quarter.fiscalYear) };
	const isManager = viewer?.role === "CENTER_MANAGER";
	const state = query.data?.data.fiscalQuarters.nodes.find(
		(one) => one.quarter === quarter.quarter,
	);
	return (
		<>
			<p className={look.back}>
				<Link to={PATHS.quarters} search={isManager ? {} : year}>
					{t("quarters.back")}
				</Link>
			</p>
			{reported && (
				<p
					className={look.done}
					role="status"
					tabIndex={-1}
					// What was pressed is gone.
					ref={(element) => element?.focus()}
				>
					{t("quarters.report.done", reported)}
				</p>
			)}
			<Panel
				title={preview ? t("quarters.of", { quarter: name, center: preview.center.name }) : name}
			>
				<Answered name={name} query={query} height={200}>
					{({ quarterPreview }) => <Standing preview={quarterPreview} state={state} />}
				</Answered>
				{preview?.report && <ChangesFold id={preview.report.id} />}
			</Panel>
			{preview && (
				<>
					{isManager && !preview.report && (
						<ReportPanel
							centerId={centerId}
							quarter={quarter}
							preview={preview}
							hasEnded={state?.hasEnded ?? true}
							onReported={setReported}
						/>
					)}
					{GROUPS[preview.report ? "after" : "before"].map((group) => (
						<RecordsPanel
							key={group}
							group={group}
							isReported={preview.report !== null}
							total={preview[group].totalCount}
							centerId={centerId}
							quarter={quarter}
						/>
					))}
					{preview.undatedCount > 0 && (
						<UndatedPanel centerId={centerId} total={preview.undatedCount} />
					)}
				</>
			)}
		</>
	);
}
