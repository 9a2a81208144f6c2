import { Link } from "@tanstack/react-router";
import type { NetworkQuartersQuery } from "../../graphql/graphql.ts";
import { PATHS } from "../../parts/paths.ts";
import { quarterParameter, quarterText } from "../../parts/quarters.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Quarters.module.css";
import { leftOut, type Part, partText, type State } from "./standing.ts";

type Quarters = NetworkQuartersQuery["fiscalQuarters"]["nodes"];

const isOpen = (part: Part | undefined, state: State) =>
	state.hasEnded && part !== undefined && part.report === null;

/** What one center has to do in one quarter, in as few words as fit. */
function Cell({ part, state }: { part: Part; state: State }) {
	const t = useWords();
	const waiting = part.submittedCount + leftOut(part);
	const said = part.report
		? t("quarters.cell.reported", { count: part.report.engagementCount })
		: waiting > 0
			? t("quarters.cell.open", { count: waiting })
			: t("quarters.cell.nothing", { count: part.approvedCount });
	const mark = part.report ? look.quietly : isOpen(part, state) ? look.open : look.quietly;
	const full = partText(t, part, state);
	return (
		<Link
			to={PATHS.quarters}
			search={{ center: part.center.id, quarter: quarterParameter(state) }}
			className={`${look.cell} ${mark}`}
			title={full}
		>
			<span aria-hidden="true">{part.report ? "✓ " : isOpen(part, state) ? "○ " : ""}</span>
			{said}
			<span className="unseen">
				{" "}
				{part.center.name}, {quarterText(t, state)}: {full}
			</span>
		</Link>
	);
}

type Props = { label: string; quarters: Quarters; isOpenOnly: boolean };

/** Centers as rows and the quarters of a year as columns; each cell leads to what is open there. */
export function CenterGrid({ label, quarters, isOpenOnly }: Props) {
	const t = useWords();
	const inTime = [...quarters].reverse();
	const centers = [...(inTime[0]?.centers ?? [])]
		.map(({ center }) => center)
		.sort((one, other) => one.name.localeCompare(other.name, t.language));
	const partOf = (quarter: Quarters[number], id: string) =>
		quarter.centers.find(({ center }) => center.id === id);
	const shown = isOpenOnly
		? centers.filter(({ id }) => inTime.some((quarter) => isOpen(partOf(quarter, id), quarter)))
		: centers;
	if (shown.length === 0) return <p className="quiet">{t("quarters.grid.none")}</p>;
	return (
		<div className={look.scroller} role="group" aria-label={label} tabIndex={0}>
			<table className={look.grid}>
				<caption className="unseen">{label}</caption>
				<thead>
					<tr>
						<th scope="col">{t("quarters.center")}</th>
						{inTime.map((quarter) => (
							<th key={quarter.startsOn} scope="col">
								{quarterText(t, quarter)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{shown.map(({ id, name }) => (
						<tr key={id}>
							<th scope="row">{name}</th>
							{inTime.map((quarter) => {
								const part = partOf(quarter, id);
								return (
									<td key={quarter.startsOn} data-head={`Q${quarter.quarter}`}>
										{part && <Cell part={part} state={quarter} />}
									</td>
								);
							})}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
