import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { NetworkQuartersQuery } from "../../graphql/graphql.ts";
import { PATHS } from "../../parts/paths.ts";
import { quarterParameter, quarterText } from "../../parts/quarters.ts";
import { useNarrow } from "../../parts/use-narrow.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Quarters.module.css";
import { leftOut, type Part, partText, type State } from "./standing.ts";

type Quarters = NetworkQuartersQuery["fiscalQuarters"]["nodes"];

const isOpen = (part: Part | undefined, state: State) =>
	state.hasEnded && part !== undefined && part.report === null;

/** What one center has to do in one quarter, in as few words as fit. */
function Cell({ part, state }: { part: Part; state: State }) {
	const t = useWords();
	const undecided = part.submittedCount + leftOut(part);
	const said = part.report
		? `✓ ${t.number(part.report.engagementCount)}`
		: undecided > 0
			? t("quarters.cell.open", { count: undecided })
			: part.approvedCount > 0
				? t("quarters.cell.ready", { count: part.approvedCount })
				: t("quarters.cell.none");
	const isQuiet = part.report !== null || undecided + part.approvedCount === 0;
	const full = partText(t, part, state);
	return (
		<Link
			to={PATHS.quarters}
			search={{ center: part.center.id, quarter: quarterParameter(state) }}
			className={`${look.cell} ${undecided > 0 && !part.report ? look.open : ""} ${isQuiet ? look.quietly : ""}`}
			title={full}
		>
			{said}
			<span className="unseen">
				{" "}
				{part.center.name}, {quarterText(t, state)}: {full}
			</span>
		</Link>
	);
}

/** On a phone each center takes some lines: so many are shown at first. */
const FIRST_ON_PHONE = 12;

type Props = { label: string; quarters: Quarters; isOpenOnly: boolean };

/** Centers as rows and the quarters of a year as columns; each cell leads to what is open there. */
export function CenterGrid({ label, quarters, isOpenOnly }: Props) {
	const t = useWords();
	const isNarrow = useNarrow();
	const [isWhole, setWhole] = useState(false);
	const inTime = [...quarters].reverse();
	const centers = [...(inTime[0]?.centers ?? [])]
		.map(({ center }) => center)
		.sort((one, other) => one.name.localeCompare(other.name, t.language));
	const partOf = (quarter: Quarters[number], id: string) =>
		quarter.centers.find(({ center }) => center.id === id);
	const listed = isOpenOnly
		? centers.filter(({ id }) => inTime.some((quarter) => isOpen(partOf(quarter, id), quarter)))
		: centers;
	const shown = isNarrow && !isWhole ? listed.slice(0, FIRST_ON_PHONE) : listed;
	if (shown.length === 0) return <p className="quiet">{t("quarters.grid.none")}</p>;
	return (
		<>
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
			{shown.length < listed.length && (
				<p className={look.more}>
					<button type="button" className="action" onClick={() => setWhole(true)}>
						{t("quarters.grid.more", { count: listed.length })}
					</button>
				</p>
			)}
		</>
	);
}
