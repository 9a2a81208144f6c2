import { ComputedFigure } from "../../parts/ComputedFigure.tsx";
import { NotAvailable } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./Funding.module.css";
import type { Funding } from "./money.ts";

/** Non-federal money for each federal dollar, with a warning under 1:1. */
export function MatchRatio({ funding }: { funding: Funding }) {
	const t = useWords();
	const { matchRatio, matchWarning, federal, nonFederal } = funding;
	if (matchRatio === null) return <NotAvailable reason={t("profile.match.unknown")} />;
	const money = (one: Funding["federal"]) => one && t.value(one.amount, one.currency);
	return (
		<>
			<ComputedFigure
				name={t("profile.match")}
				value={matchRatio}
				unit="ratio"
				told={[
					[t("profile.formula"), t("profile.match.formula")],
					[t("profile.funding.NON_FEDERAL"), money(nonFederal)],
					[t("profile.funding.FEDERAL"), money(federal)],
				]}
			/>{" "}
			{t("profile.match.words")}
			{matchWarning && (
				<p className={look.warning} title={matchWarning}>
					{t("profile.match.warning", { ratio: t.number(matchRatio) })}
				</p>
			)}
		</>
	);
}
