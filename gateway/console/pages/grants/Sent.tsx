import { useQuery } from "@tanstack/react-query";
import { GrantDisclosuresDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { useWords } from "../../words/use-words.ts";

/** What was sent to the partner under a grant, the newest first. */
export function Sent({ grantId }: { grantId: string }) {
	const t = useWords();
	const query = useQuery(ask(GrantDisclosuresDocument, { grantId }));
	return (
		<Answered name={t("grants.disclosures")} query={query} height={60}>
			{({ disclosures: { totalCount, nodes } }) => (
				<>
					<p role="status">{t("grants.disclosures.count", { count: totalCount })}</p>
					<ul>
						{nodes.map(({ id, at, type, fields, representations: count, consumer }) => (
							<li key={id} className="quiet">
								{t("grants.disclosures.entry", {
									date: new Date(at).toLocaleString(t.language === "zh" ? "zh-CN" : "en-US"),
									fields: fields.map((field) => `${type}.${field}`).join(", "),
									count,
									consumer,
								})}
							</li>
						))}
					</ul>
				</>
			)}
		</Answered>
	);
}
