import type { PartnerPageQuery } from "../../graphql/graphql.ts";
import { Panel } from "../../parts/Panel.tsx";
import { useWords } from "../../words/use-words.ts";
import { Findings } from "./Findings.tsx";
import { momentOf } from "./moment.ts";
import { ServingMark } from "./ServingMark.tsx";
import look from "./SubgraphPanel.module.css";

type Subgraph = PartnerPageQuery["partners"][number]["subgraphs"][number];

/** A subgraph: how it fares, and its versions with what their checks found. */
export function SubgraphPanel({
	subgraph,
	isSuspended,
}: {
	subgraph: Subgraph;
	isSuspended: boolean;
}) {
	const t = useWords();
	const { name, versions, history } = subgraph;
	return (
		<Panel title={t("partners.subgraph.title", { name })}>
			<ServingMark subgraph={subgraph} isSuspended={isSuspended} />
			{history.length > 0 && (
				<p className="quiet">{t("partners.history", { versions: history.join(", ") })}</p>
			)}
			<ol className={look.versions}>
				{[...versions]
					.reverse()
					.map(({ id, version, state, publishedAt, digest, url, findings }) => (
						<li key={id}>
							<h3>
								{t("partners.version", { version })}{" "}
								<span className="quiet">{t(`partners.version.${state}`)}</span>
							</h3>
							<p className="quiet">
								{t("partners.version.published", { at: momentOf(t.language, publishedAt) })}{" "}
								<code className={look.digest}>{digest}</code>
							</p>
							{url && <p className={look.digest}>{url}</p>}
							<Findings findings={findings} />
						</li>
					))}
			</ol>
			{versions.length === 0 && <p className="quiet">{t("partners.no-version")}</p>}
		</Panel>
	);
}
