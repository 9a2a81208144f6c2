import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PATHS } from "../../parts/paths.ts";
import { quarterParameter, quarterText } from "../../parts/quarters.ts";
import { useWords, type Words } from "../../words/use-words.ts";
import type { Preview } from "./questions.ts";
import look from "./Releases.module.css";
import { WaitingList } from "./WaitingList.tsx";

type Refusal = Preview["refusals"][number];

const toQuarters = (t: Words, quarter: Refusal["quarter"]) => (
	<Link to={PATHS.quarters} search={quarter ? { year: String(quarter.fiscalYear) } : {}}>
		{t("work.quarters")}
	</Link>
);

/** Who has not reported a quarter, each with what is open there. */
function Missing({ refusal: { centers, quarter } }: { refusal: Refusal }) {
	const t = useWords();
	if (!quarter || centers.length === 0) return null;
	return (
		<details>
			<summary>{t("releases.refused.missing", { count: centers.length })}</summary>
			<ul className={look.names}>
				{centers.map(({ id, name }) => (
					<li key={id}>
						<Link to={PATHS.quarters} search={{ center: id, quarter: quarterParameter(quarter) }}>
							{name}
						</Link>
					</li>
				))}
			</ul>
		</details>
	);
}

/** Why there can be no such release, and the way on. What the hub may say in future is shown as it says it. */
function saidOf(t: Words, refusal: Refusal): { what: ReactNode; remedy: ReactNode } {
	const { code, quarter, centers, waiting } = refusal;
	const quarters = toQuarters(t, quarter);
	const name = quarter ? quarterText(t, quarter) : "";
	if (code === "QUARTER_OPEN" && quarter)
		return centers.length > 0
			? {
					what: t("releases.refused.open", { quarter: name, count: centers.length }),
					remedy: t.rich("releases.refused.open.then", { quarters }),
				}
			: {
					what: t("releases.refused.runs", { quarter: name }),
					remedy: t("releases.refused.runs.then"),
				};
	if (code === "NOTHING_CLOSED")
		return {
			what: t("releases.refused.nothing"),
			remedy: t.rich("releases.refused.nothing.then", { quarters }),
		};
	if (code === "SAME_CONTENT")
		return {
			what: t("releases.refused.same"),
			remedy: t.rich(
				waiting.length > 0 ? "releases.refused.same.waits" : "releases.refused.same.then",
				{ quarters },
			),
		};
	if (code === "NOT_PROTECTABLE")
		return {
			what: t("releases.refused.unprotectable", { said: refusal.message }),
			remedy: t.rich("releases.refused.unprotectable.then", { quarters }),
		};
	return { what: refusal.message, remedy: refusal.remedy };
}

/** Why there can be no release, with what to do about each reason. */
export function Refusals({ refusals }: { refusals: readonly Refusal[] }) {
	const t = useWords();
	return (
		<div role="status" className={look.refusals}>
			<p>{t("releases.refused")}</p>
			{refusals.map((refusal) => {
				const { what, remedy } = saidOf(t, refusal);
				return (
					<div key={refusal.message} className={look.refusal}>
						<p>
							<strong>{what}</strong>
						</p>
						<p>{remedy}</p>
						<Missing refusal={refusal} />
						{refusal.waiting.length > 0 && <WaitingList changes={refusal.waiting} />}
					</div>
				);
			})}
		</div>
	);
}
