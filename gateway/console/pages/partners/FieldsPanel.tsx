import { useQuery } from "@tanstack/react-query";
import {
	PartnerOwnershipDocument,
	PartnerSchemasDocument,
	type PartnerSchemasQuery,
} from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import { Added } from "./Added.tsx";
import look from "./AddedPanel.module.css";
import { additionsOf } from "./additions.ts";
import { ownersOf } from "./owned.ts";

type Subgraph = PartnerSchemasQuery["subgraphs"][number];

/** Whether anybody gets its fields now. */
const isServed = ({ activeVersion, canary }: Subgraph) => activeVersion !== null || canary !== null;

/** The schema that is served, or else the newest. */
function schemaOf({ activeVersion, versions }: Subgraph) {
	const served = versions.find(({ version }) => version === activeVersion);
	return (served ?? versions.at(-1))?.schema;
}

/** Which fields a partner adds to which types, as its schema describes them. */
export function FieldsPanel({ partnerId }: { partnerId: string }) {
	const t = useWords();
	const query = useQuery(ask(PartnerSchemasDocument, { partnerId }));
	const owned = useQuery(ask(PartnerOwnershipDocument, {}));
	const all = owned.data?.data.schemaOwnership ?? [];
	const own = all.filter((one) => one.partnerId === partnerId);
	const coordinates = new Set(own.map(({ coordinate }) => coordinate));
	const owners = ownersOf(all);
	return (
		<Panel
			title={t("partners.fields")}
			intro={t("partners.fields.intro")}
			actions={
				<TakeAlong
					file={`${partnerId}-fields`}
					asked={{ document: PartnerOwnershipDocument, variables: { partnerId } }}
				/>
			}
		>
			<Answered name={t("partners.fields")} query={query} height={160}>
				{({ subgraphs }) => (
					<Answered name={t("partners.fields")} query={owned} height={160}>
						{() => (
							<>
								{coordinates.size === 0 && <p className="quiet">{t("partners.added.none")}</p>}
								<div className={look.added}>
									{subgraphs.flatMap((subgraph) =>
										additionsOf(schemaOf(subgraph), coordinates).map((addition) => (
											<Added
												key={`${subgraph.name} ${addition.type}`}
												addition={addition}
												owner={owners.get(addition.type) ?? null}
												partnerId={partnerId}
												isServed={isServed(subgraph)}
											/>
										)),
									)}
								</div>
							</>
						)}
					</Answered>
				)}
			</Answered>
		</Panel>
	);
}
