import { useQuery } from "@tanstack/react-query";
import { InstituteFundingDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Fact, Facts } from "../../parts/Facts.tsx";
import { Figure } from "../../parts/Figure.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { useWords } from "../../words/use-words.ts";
import { CommitmentTable } from "./CommitmentTable.tsx";
import { FundingChart } from "./FundingChart.tsx";
import { MatchRatio } from "./MatchRatio.tsx";
import { phaseYears } from "./money.ts";
import { Phases } from "./Phases.tsx";

/** The institute's money: what was planned, what other sources measure, what may be funded in which year. */
export function FundingPanel({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(InstituteFundingDocument, { id }));
	return (
		<Panel anchor="funding" title={t("profile.funding")} intro={t("profile.funding.intro")}>
			<Answered name={t("profile.funding")} query={query} height={420}>
				{({ institute }) => {
					if (!institute) return null;
					const { funding, milestones } = institute;
					const years = phaseYears(milestones.map(({ date }) => date));
					if (funding.commitments.length === 0)
						return <p className="quiet">{t("profile.funding.none")}</p>;
					return (
						<>
							<Facts>
								<Fact name={t("profile.match")}>
									<MatchRatio funding={funding} />
								</Fact>
								<Fact name={t("profile.income-after")}>
									{funding.incomeAfterFederalFunding.map((figure, index) => (
										<span key={figure.id}>
											{index > 0 && "; "}
											<Figure of={figure} />
										</span>
									))}
								</Fact>
							</Facts>
							<FundingChart id={id} commitments={funding.commitments} />
							<CommitmentTable id={id} commitments={funding.commitments} />
							{years.length > 0 && <Phases id={id} years={years} planYears={funding.planYears} />}
						</>
					);
				}}
			</Answered>
		</Panel>
	);
}
