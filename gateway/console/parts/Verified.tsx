import type { Verification } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";
import look from "./Verified.module.css";

/** Outcomes that totals leave out. */
const LEFT_OUT: ReadonlySet<Verification> = new Set(["OUTLIER", "DISPUTED", "WITHDRAWN"]);

/** How well an outcome has been checked, in words; one that totals leave out is marked and says so. */
export function Verified({ verification }: { verification: Verification }) {
	const t = useWords();
	const words = t(`trace.verification.${verification}`);
	if (!LEFT_OUT.has(verification)) return words;
	return (
		<span className={look.out}>
			{words} <span className="quiet">{t("outcome.left-out")}</span>
		</span>
	);
}
