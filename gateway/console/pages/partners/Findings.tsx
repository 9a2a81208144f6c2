import type { PartnerPageQuery } from "../../graphql/graphql.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./SubgraphPanel.module.css";

type Version = PartnerPageQuery["partners"][number]["subgraphs"][number]["versions"][number];

/** What the check of a version found, for those who may see it. The hub's own words are English. */
export function Findings({ findings }: Pick<Version, "findings">) {
	const t = useWords();
	if (!findings) return <p className="quiet">{t("partners.findings.inside")}</p>;
	if (findings.length === 0) return <p>{t("partners.findings.none")}</p>;
	return (
		<ul className={look.findings}>
			{findings.map(({ severity, rule, place, line, message, remedy }) => (
				<li key={`${rule} ${place} ${message}`}>
					<span className={look[severity]}>{t(`partners.finding.${severity}`)}</span>{" "}
					<code>
						{rule} {place}
						{line !== null && `:${line}`}
					</code>
					<p lang="en">{message}</p>
					<p className="quiet" lang="en">
						{remedy}
					</p>
				</li>
			))}
		</ul>
	);
}
