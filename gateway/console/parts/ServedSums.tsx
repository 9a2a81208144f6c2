import type { TraceSumsQuery } from "../graphql/graphql.ts";
import type { MessageId } from "../words/ids.ts";
import { useWords } from "../words/use-words.ts";
import { Counted } from "./Figure.tsx";
import { KindMark } from "./KindMark.tsx";
import look from "./ServedSums.module.css";
import { Suppressed } from "./Status.tsx";
import type { CellData, TakenAlong } from "./take-along.ts";

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
					<td className={look.numeric} data-head={t("trace.services")}>
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
										metric: t(`trace.metric.${metric}`),
										value: t.value(value, currency),
										reports,
										verification: t(`trace.verification.${verification}`),
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

/** Outcomes in one cell: what, how much, of how many reports, and how these were checked. */
const outcomesInWords = (outcomes: Sum["outcomes"]) =>
	outcomes
		?.map(({ metric, value, currency, reports, verification }) =>
			[metric, value, currency, `(${reports} ${verification})`].filter(Boolean).join(" "),
		)
		.join("; ");

/** The sums as plain values, to take along. */
export const sumsAsCells = (sums: readonly Sum[]): { columns: string[]; rows: CellData[][] } => ({
	columns: ["kind", "manufacturers", "services", "hours", "people_trained", "outcomes", "status"],
	rows: sums.map(({ kind, smeCount, engagementCount, hours, peopleTrained, outcomes, status }) => [
		kind,
		smeCount,
		engagementCount,
		hours,
		peopleTrained,
		outcomesInWords(outcomes),
		status,
	]),
});

type Props = {
	answer: TraceSumsQuery;
	asked: TakenAlong["asked"];
	/** Says which manufacturers and services were counted. */
	how: { manufacturers: MessageId; services: MessageId };
	/** Where the records are listed. */
	records?: string;
};

/** How many manufacturers and services there are, by kind, with what is reported to have come of them. */
export function ServedSums({ answer, asked, how, records }: Props) {
	const t = useWords();
	const {
		all: [all],
		traceTotals,
	} = answer;
	const counted = (
		name: "trace.manufacturers" | "trace.services",
		value: number,
		said: MessageId,
	) => <Counted name={t(name)} value={value} how={said} asked={asked} records={records} />;
	return (
		<>
			<p className={look.all}>
				{t.rich(
					"trace.sums.all",
					{
						manufacturers: counted("trace.manufacturers", all?.smeCount ?? 0, how.manufacturers),
						services: counted("trace.services", all?.engagementCount ?? 0, how.services),
					},
					{ smes: all?.smeCount ?? 0, all: all?.engagementCount ?? 0 },
				)}
			</p>
			{traceTotals.length > 0 && (
				<table className={look.table}>
					<thead>
						<tr>
							<th scope="col">{t("trace.kind")}</th>
							<th scope="col" className={look.numeric}>
								{t("trace.manufacturers")}
							</th>
							<th scope="col" className={look.numeric}>
								{t("trace.services")}
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
	);
}
