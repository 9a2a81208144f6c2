import { TraceRowsDocument } from "../../graphql/graphql.ts";
import { Panel } from "../../parts/Panel.tsx";
import { ServedRows } from "../../parts/ServedRows.tsx";
import { ROWS } from "../../parts/served.ts";
import type { ServedRow } from "../../parts/served-columns.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { BASE_PATH } from "../../session/address.ts";
import { useWords } from "../../words/use-words.ts";
import { writeAddress } from "./address.ts";
import type { View } from "./view.ts";

/** One row for each manufacturer, provider and kind of service. */
export function RowsPanel({ view }: { view: View }) {
	const t = useWords();
	const { where, filters } = view;
	const isChosen = ({ sme }: ServedRow) =>
		filters.smeIds?.length === 1 && filters.smeIds[0] === sme.id;
	const search = String(new URLSearchParams(writeAddress({ filters, by: "state" })));
	return (
		<Panel
			title={t("trace.rows")}
			intro={t("trace.rows.intro")}
			actions={
				<TakeAlong
					file="trace"
					csvAt={`${BASE_PATH}trace.csv?${search}`}
					asked={{ document: TraceRowsDocument, variables: { where, first: ROWS } }}
				/>
			}
		>
			<ServedRows
				where={where}
				isChosen={isChosen}
				onChoose={(row) => view.narrow({ smeIds: isChosen(row) ? [] : [row.sme.id] })}
				chooseLabel={({ sme }) => t("trace.narrow", { name: sme.name })}
				empty={t("trace.rows.none")}
			/>
		</Panel>
	);
}
