import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { LatestReleasesDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { quartersText } from "../../parts/quarters.ts";
import { Synthetic } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./Latest.module.css";

/** The releases of statistics that came last. */
export function LatestReleases() {
	const t = useWords();
	const query = useQuery(ask(LatestReleasesDocument, {}));
	return (
		<Answered name={t("statistics.title")} query={query} height={42}>
			{({ releases }) => (
				<ol aria-label={t("statistics.title")}>
					{releases.nodes.map(({ id, number, publishedAt, basis, periods, synthetic }) => (
						<li key={id} className={look.release}>
							<span className="quiet">{t.date(publishedAt)}</span>
							<span>
								{t.rich(
									"overview.latest.release",
									{
										release: (
											<Link to="/statistics" search={{ release: String(number) }}>
												{t("overview.latest.release.link", { number })}
											</Link>
										),
									},
									{
										covers:
											basis === "PUBLISHED_CASES"
												? t("overview.latest.cases")
												: quartersText(t, periods),
									},
								)}{" "}
								{synthetic && <Synthetic />}
							</span>
						</li>
					))}
				</ol>
			)}
		</Answered>
	);
}
