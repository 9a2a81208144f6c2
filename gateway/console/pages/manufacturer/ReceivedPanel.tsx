import { useQuery } from "@tanstack/react-query";
import { ManufacturerTracesDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { BASE_PATH } from "../../session/address.ts";
import { useWords } from "../../words/use-words.ts";
import { ReceivedTrace } from "./ReceivedTrace.tsx";

/** What it received: one entry for each kind of service and provider, with the single services under it. */
export function ReceivedPanel({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(ManufacturerTracesDocument, { id }));
	return (
		<Panel
			anchor="received"
			title={t("manufacturer.received")}
			intro={t("manufacturer.received.intro")}
			actions={
				<TakeAlong
					file={`${id}-trace`}
					csvAt={`${BASE_PATH}trace.csv?${new URLSearchParams({ smeIds: id })}`}
					asked={{ document: ManufacturerTracesDocument, variables: { id } }}
				/>
			}
		>
			<Answered name={t("manufacturer.received")} query={query} height={200}>
				{({ sme }) => {
					if (!sme) return null;
					const { nodes, totalCount } = sme.traces;
					if (nodes.length === 0) return <p className="quiet">{t("manufacturer.received.none")}</p>;
					return (
						<>
							<ul>
								{nodes.map((trace) => (
									<ReceivedTrace key={trace.id} trace={trace} />
								))}
							</ul>
							{totalCount > nodes.length && (
								<p className="quiet">
									{t("manufacturer.received.first", { shown: nodes.length, total: totalCount })}
								</p>
							)}
						</>
					);
				}}
			</Answered>
		</Panel>
	);
}
