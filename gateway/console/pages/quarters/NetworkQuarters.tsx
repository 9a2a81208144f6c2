import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { NetworkQuartersDocument, QuarterYearsDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { useWords } from "../../words/use-words.ts";
import { CenterGrid } from "./CenterGrid.tsx";
import { QuarterCard } from "./QuarterCard.tsx";
import look from "./Quarters.module.css";
import { YearChoice } from "./YearChoice.tsx";

/** One fiscal year of the whole network: its quarters, and what each center has open in them. */
function FiscalYear({ year, years }: { year: number; years: readonly number[] }) {
	const t = useWords();
	const [isOpenOnly, setOpenOnly] = useState(false);
	const query = useQuery({
		...ask(NetworkQuartersDocument, { fiscalYears: [year] }),
		staleTime: 0,
		// Another year stands in the same place.
		placeholderData: (before) => before,
	});
	const values = { year: String(year) };
	return (
		<>
			<Panel
				title={t("quarters.year", values)}
				intro={t("quarters.year.intro")}
				actions={<YearChoice year={year} years={years} />}
			>
				<Answered name={t("quarters.year", values)} query={query} height={420}>
					{({ fiscalQuarters }) => (
						<ul className={look.quarters}>
							{fiscalQuarters.nodes.map(({ centers, ...state }) => (
								<li key={state.startsOn}>
									<QuarterCard state={state} parts={centers} />
								</li>
							))}
						</ul>
					)}
				</Answered>
			</Panel>
			<Panel
				title={t("quarters.grid", values)}
				intro={t("quarters.grid.intro")}
				actions={
					<label className={look.check}>
						<input
							type="checkbox"
							checked={isOpenOnly}
							onChange={({ target }) => setOpenOnly(target.checked)}
						/>
						<span>{t("quarters.grid.open-only")}</span>
					</label>
				}
			>
				<Answered name={t("quarters.grid", values)} query={query} height={1600}>
					{({ fiscalQuarters }) => (
						<CenterGrid
							label={t("quarters.grid", values)}
							quarters={fiscalQuarters.nodes}
							isOpenOnly={isOpenOnly}
						/>
					)}
				</Answered>
			</Panel>
		</>
	);
}

/** The quarters of the whole network, a fiscal year at a time. */
export function NetworkQuarters({ year }: { year: string | undefined }) {
	const t = useWords();
	const query = useQuery(ask(QuarterYearsDocument, {}));
	return (
		<Answered name={t("work.quarters")} query={query} height={900}>
			{({ newest, oldest }) => {
				const [latest] = newest.nodes;
				const last = latest?.fiscalYear ?? 0;
				const first = oldest.nodes[0]?.fiscalYear ?? last;
				const years = Array.from({ length: last - first + 1 }, (_, back) => last - back);
				const ended = newest.nodes.find(({ hasEnded }) => hasEnded) ?? latest;
				return (
					<FiscalYear year={year ? Number(year) : (ended?.fiscalYear ?? last)} years={years} />
				);
			}}
		</Answered>
	);
}
