import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { PartnerOwnershipDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { PATHS } from "../../parts/paths.ts";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./AddedPanel.module.css";
import { addedTo } from "./owned.ts";
import { TypeOwner } from "./TypeOwner.tsx";

/** Which fields partners add to which types. */
export function AddedPanel() {
	const t = useWords();
	const query = useQuery(ask(PartnerOwnershipDocument, {}));
	const owned = query.data?.data.schemaOwnership ?? [];
	const cells = () => ({
		columns: ["coordinate", "partner", "subgraph", "since_version", "since"],
		rows: owned.map((one) => [
			one.coordinate,
			one.partnerId,
			one.subgraph,
			one.sinceVersion,
			one.since,
		]),
	});
	return (
		<Panel
			title={t("partners.added")}
			intro={t("partners.added.intro")}
			actions={
				<TakeAlong
					file="partner-fields"
					cells={cells}
					asked={{ document: PartnerOwnershipDocument, variables: {} }}
				/>
			}
		>
			<Answered name={t("partners.added")} query={query} height={160}>
				{({ schemaOwnership }) =>
					schemaOwnership.length === 0 ? (
						<p className="quiet">{t("partners.added.none")}</p>
					) : (
						<ul className={look.added}>
							{addedTo(schemaOwnership).map(({ type, owner, partnerId, fields }) => (
								<li key={`${type} ${partnerId}`}>
									<TypeOwner type={type} owner={owner} partnerId={partnerId} />
									<p className={look.fields}>
										{fields.map((field) => (
											<code key={field}>{field}</code>
										))}
									</p>
									<p className="quiet">
										{t.rich("partners.by", {
											partner: (
												<Link to={PATHS.partner} params={{ id: partnerId }}>
													{partnerId}
												</Link>
											),
										})}
									</p>
								</li>
							))}
						</ul>
					)
				}
			</Answered>
		</Panel>
	);
}
