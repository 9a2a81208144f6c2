import { useQuery } from "@tanstack/react-query";
import { TraceSumsDocument, type TraceSumsQuery } from "../../graphql/graphql.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Counted } from "../../parts/Figure.tsx";
import { KindMark } from "../../parts/KindMark.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { Suppressed } from "../../parts/Status.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import { sumsOf } from "./questions.ts";
import look from "./SumsPanel.module.css";
import type { View } from "./view.ts";

type Sum = TraceSumsQuery["traceTotals"][number];

function Row({ sum }: { sum: Sum }) {
	const t = useWords();
	const { kind, smeCount, engagementCount, hours, peopleTrained, outcomes, status } = sum;
	const number = (value: number | null) => (value === null ? null : t.number(value));
	const isSilent = hours === null && peopleTrained === null && !outcomes?.length;
	return (
		<tr>
			<th scope="row">{kind && <KindMark kind={kind} />}</th>
			{status === "SUPPRESSED" ? (
				<td colSpan={3}>
					<Suppressed />
				</td>
			) : (
				<>
					<td className={look.numeric} data-head={t("trace.manufacturers")}>
						{number(smeCount)}
					</td>
					<td className={look.numeric} data-head={t("record.services")}>
						{number(engagementCount)}
					</td>
					<td>
						{isSilent && <span className="quiet">{t("trace.nothing-reported")}</span>}
						<ul className={look.said}>
							{hours !== null && <li>{t("trace.hours", { hours: t.number(hours) })}</li>}
							{peopleTrained !== null && <li>{t("trace.people", { count: peopleTrained })}</li>}
							{outcomes?.map(({ metric, value, currency, reports, verification }) => (
								<li key={`${metric} ${currency} ${verification}`}>
									{t("trace.outcome", {
										metric: t(`metric.${metric}`),
										value: t.value(value, currency),
										reports,
										verification: t(`verification.${verification}`),
									})}
								</li>
							))}
						</ul>
					</td>
				</>
			)}
		</tr>
	);
}

/** How many manufacturers and services the sentence means, by kind, with what is reported to have come of it. */
export function SumsPanel({ view }: { view: View }) {
	const t = useWords();
	const query = useQuery(sumsOf(view.where));
	const asked = { document: TraceSumsDocument, variables: { where: view.where } };
	const sums = query.data?.data.traceTotals ?? [];
	const cells = () => ({
		columns: ["kind", "manufacturers", "services", "hours", "people_trained", "status"],
		rows: sums.map((sum) => [
			sum.kind,
			sum.smeCount,
			sum.engagementCount,
			sum.hours,
			sum.peopleTrained,
			sum.status,
		]),
	});
	return (
		<Panel
			title={t("trace.sums")}
			actions={<TakeAlong file="trace-totals" cells={cells} asked={asked} />}
		>
			<Answered name={t("trace.sums")} query={query} height={240}>
				{({ all: [all], traceTotals }) => (
					<>
						<p className={look.all}>
							{t.rich(
								"trace.sums.all",
								{
									manufacturers: (
										<Counted
											name={t("trace.manufacturers")}
											value={all?.smeCount ?? 0}
											how="trace.how.manufacturers"
											asked={asked}
										/>
									),
									services: (
										<Counted
											name={t("record.services")}
											value={all?.engagementCount ?? 0}
											how="trace.how.services"
											asked={asked}
										/>
									),
								},
								{ smes: all?.smeCount ?? 0, all: all?.engagementCount ?? 0 },
							)}
						</p>
						{traceTotals.length > 0 && (
							<table className={look.table}>
								<thead>
									<tr>
										<th scope="col">{t("record.kind")}</th>
										<th scope="col" className={look.numeric}>
											{t("trace.manufacturers")}
										</th>
										<th scope="col" className={look.numeric}>
											{t("record.services")}
										</th>
										<th scope="col">{t("trace.reported")}</th>
									</tr>
								</thead>
								<tbody>
									{traceTotals.map((sum) => (
										<Row key={sum.kind} sum={sum} />
									))}
								</tbody>
							</table>
						)}
					</>
				)}
			</Answered>
		</Panel>
	);
}
