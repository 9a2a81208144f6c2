import { useQuery } from "@tanstack/react-query";
import { NameOfManufacturerDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import filters from "../../parts/DirectoryFilters.module.css";
import { ManufacturerPicker } from "../../parts/ManufacturerPicker.tsx";
import { nameText } from "../../parts/place.ts";
import type { AddressView } from "../../parts/use-address.ts";
import { useWords } from "../../words/use-words.ts";
import { RECORDERS } from "./address.ts";
import { useInstitutes } from "./use-institutes.ts";

/** What narrows the list: manufacturer, institute, time, and who recorded it. */
export function Filters({ address: { says, say } }: { address: AddressView }) {
	const t = useWords();
	const { sme, institute = "", when = "", who = "" } = says;
	const institutes = useInstitutes() ?? [];
	const { data } = useQuery({
		...ask(NameOfManufacturerDocument, { id: sme ?? "" }),
		enabled: sme !== undefined,
	});
	const name = data?.data.sme?.name ?? sme;
	const choices = [
		{
			name: "institute",
			value: institute,
			label: t("memberships.institute"),
			all: t("memberships.institute.all"),
			options: institutes.map((one) => ({ id: one.id, name: nameText(t, one) })),
		},
		{
			name: "when",
			value: when,
			label: t("memberships.when"),
			all: t("memberships.when.all"),
			options: [{ id: "now", name: t("memberships.when.now") }],
		},
		{
			name: "who",
			value: who,
			label: t("memberships.who"),
			all: t("memberships.who.all"),
			options: RECORDERS.map((id) => ({ id, name: t(`memberships.who.${id}`) })),
		},
	];
	return (
		<search aria-label={t("memberships.filters")} className={`${filters.filters} screen-only`}>
			<div className={filters.field}>
				<span>{t("memberships.manufacturer")}</span>
				<ManufacturerPicker
					label={t("memberships.manufacturer")}
					value={sme ? { id: sme, name: name ?? sme } : undefined}
					onChoose={(chosen) => say({ sme: chosen?.id })}
					className="action"
				>
					{name ?? t("memberships.manufacturer.any")}
				</ManufacturerPicker>
			</div>
			{choices.map((choice) => (
				<label key={choice.name} className={filters.field}>
					<span>{choice.label}</span>
					<select
						value={choice.value}
						onChange={({ target }) => say({ [choice.name]: target.value })}
					>
						<option value="">{choice.all}</option>
						{choice.options.map((one) => (
							<option key={one.id} value={one.id}>
								{one.name}
							</option>
						))}
						{choice.value && !choice.options.some(({ id }) => id === choice.value) && (
							<option value={choice.value}>{choice.value}</option>
						)}
					</select>
				</label>
			))}
			{Object.keys(says).length > 0 && (
				<button
					type="button"
					className="action"
					onClick={() =>
						say({ sme: undefined, institute: undefined, when: undefined, who: undefined })
					}
				>
					{t("memberships.filters.clear")}
				</button>
			)}
		</search>
	);
}
