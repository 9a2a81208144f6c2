import { useQuery } from "@tanstack/react-query";
import { NameOfManufacturerDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import filters from "../../parts/DirectoryFilters.module.css";
import { STATES } from "../../parts/lists.ts";
import { ManufacturerPicker } from "../../parts/ManufacturerPicker.tsx";
import type { AddressView } from "../../parts/use-address.ts";
import { useWords } from "../../words/use-words.ts";

/** What narrows the lists: a state, or one manufacturer, which can also be compared with any other. */
export function Filters({ address: { says, say } }: { address: AddressView }) {
	const t = useWords();
	const { state = "", sme } = says;
	const { data } = useQuery({
		...ask(NameOfManufacturerDocument, { id: sme ?? "" }),
		enabled: sme !== undefined,
	});
	const name = data?.data.sme?.name ?? sme;
	const states = STATES.map((id) => ({ id, name: t.maybe(`state.${id}`, id) }));
	states.sort((a, b) => a.name.localeCompare(b.name, t.language));
	return (
		<search aria-label={t("duplicates.filters")} className={`${filters.filters} screen-only`}>
			<div className={filters.field}>
				<span>{t("duplicates.of")}</span>
				<ManufacturerPicker
					label={t("duplicates.of")}
					value={sme ? { id: sme, name: name ?? sme } : undefined}
					onChoose={(chosen) => say({ sme: chosen?.id })}
					className="action"
				>
					{name ?? t("duplicates.of.any")}
				</ManufacturerPicker>
			</div>
			{sme && name && (
				<div className={filters.field}>
					<span>{t("duplicates.with")}</span>
					<ManufacturerPicker
						label={t("duplicates.with")}
						onChoose={(chosen) => chosen && say({ one: sme, other: chosen.id })}
						className="action"
					>
						{t("duplicates.with.choose")}
					</ManufacturerPicker>
				</div>
			)}
			<label className={filters.field}>
				<span>{t("duplicates.state")}</span>
				<select value={state} onChange={({ target }) => say({ state: target.value })}>
					<option value="">{t("duplicates.state.all")}</option>
					{states.map((one) => (
						<option key={one.id} value={one.id}>
							{one.name}
						</option>
					))}
				</select>
			</label>
			{(sme || state) && (
				<button
					type="button"
					className="action"
					onClick={() => say({ sme: undefined, state: undefined })}
				>
					{t("duplicates.filters.clear")}
				</button>
			)}
		</search>
	);
}
