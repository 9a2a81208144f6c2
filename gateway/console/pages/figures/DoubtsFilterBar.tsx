import { useWords } from "../../words/use-words.ts";
import { type DoubtFilters, SEVERITIES } from "./doubts-address.ts";
import look from "./FilterBar.module.css";
import { SearchField } from "./SearchField.tsx";

type Props = {
	filters: DoubtFilters;
	set: (more: DoubtFilters) => void;
	clear: () => void;
};

const CHOICES = [
	{ name: "settled", values: ["false", "true"] },
	{ name: "severity", values: SEVERITIES },
	{ name: "order", values: ["severity"] },
] as const;

/** Which doubts are listed. */
export function DoubtsFilterBar({ filters, set, clear }: Props) {
	const t = useWords();
	return (
		<div className={`${look.bar} screen-only`}>
			<SearchField
				key={filters.search?.[0] ?? ""}
				label={t("figures.doubts.search")}
				value={filters.search?.[0] ?? ""}
				onSearch={(text) => set({ search: text ? [text] : [] })}
			/>
			{CHOICES.map(({ name, values }) => (
				<select
					key={name}
					aria-label={t(`figures.doubts.pick.${name}`)}
					className={filters[name] && look.set}
					value={filters[name]?.[0] ?? ""}
					onChange={({ target: { value } }) => set({ [name]: value ? [value] : [] })}
				>
					<option value="">{t(`figures.doubts.any.${name}`)}</option>
					{values.map((value) => (
						<option key={value} value={value}>
							{t(`figures.doubts.choice.${value}`)}
						</option>
					))}
				</select>
			))}
			{Object.keys(filters).length > 0 && (
				<button type="button" className="action" onClick={clear}>
					{t("figures.clear")}
				</button>
			)}
		</div>
	);
}
