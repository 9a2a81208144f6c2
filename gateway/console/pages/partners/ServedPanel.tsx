import { useQuery } from "@tanstack/react-query";
import { ServedSupergraphsDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { BASE_PATH } from "../../session/address.ts";
import { useWords } from "../../words/use-words.ts";
import { momentOf } from "./moment.ts";
import look from "./ServedPanel.module.css";

/** Of which subgraphs, in which versions, the graph is composed that is served now, and those before it. */
export function ServedPanel() {
	const t = useWords();
	const query = useQuery(ask(ServedSupergraphsDocument, {}));
	const versions = query.data?.data.supergraphVersions ?? [];
	const cells = () => ({
		columns: ["supergraph", "served_at", "hash", "subgraph", "version"],
		rows: versions.flatMap(({ version, servedAt, hash, parts }) =>
			parts.map((part) => [version, servedAt, hash, part.name, part.version]),
		),
	});
	return (
		<Panel
			title={t("partners.served")}
			intro={t.rich("partners.served.intro", {
				changes: <a href={`${BASE_PATH}schema/changes`}>{t("schema-changes")}</a>,
			})}
			actions={
				<TakeAlong
					file="supergraphs"
					cells={cells}
					asked={{ document: ServedSupergraphsDocument, variables: {} }}
				/>
			}
		>
			<Answered name={t("partners.served")} query={query} height={160}>
				{({ supergraphVersions }) => (
					<ol className={look.versions}>
						{supergraphVersions.map(({ version, servedAt, hash, parts }, index) => (
							<li key={version}>
								<h3>
									{t(index === 0 ? "partners.served.now" : "partners.served.before", { version })}
								</h3>
								<p className="quiet">
									{t("partners.served.since", { date: momentOf(t.language, servedAt) })}{" "}
									<code className={look.hash}>{hash}</code>
								</p>
								<p>
									{parts
										.map((part) =>
											part.version === 0
												? t("partners.served.own", { name: part.name })
												: t("partners.served.part", { name: part.name, version: part.version }),
										)
										.join(", ")}
								</p>
							</li>
						))}
					</ol>
				)}
			</Answered>
		</Panel>
	);
}
