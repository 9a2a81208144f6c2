import { useWords } from "../words/use-words.ts";
import look from "./DirectoryFilters.module.css";
import { SearchWords } from "./SearchWords.tsx";
import type { AddressView } from "./use-address.ts";

type Choice = {
	/** Name of its parameter in the address. */
	name: string;
	label: string;
	/** What stands for "all of them". */
	all: string;
	options: ReadonlyArray<{ id: string; name: string }>;
};

type Props = { label: string; address: AddressView; choices: readonly Choice[] };

/** What narrows a directory: words and choices. The address says them. */
export function DirectoryFilters({ label, address: { says, say, type }, choices }: Props) {
	const t = useWords();
	const isNarrowed = says.search || choices.some(({ name }) => says[name]);
	const none = Object.fromEntries(
		["search", ...choices.map(({ name }) => name)].map((name) => [name, undefined]),
	);
	return (
		<search aria-label={label} className={`${look.filters} screen-only`}>
			<SearchWords
				label={t("profile.search")}
				said={says.search}
				onType={(search) => type({ search })}
			/>
			{choices.map(({ name, label: called, all, options }) => (
				<label key={name} className={look.field}>
					<span>{called}</span>
					<select value={says[name] ?? ""} onChange={({ target }) => say({ [name]: target.value })}>
						<option value="">{all}</option>
						{options.map((option) => (
							<option key={option.id} value={option.id}>
								{option.name}
							</option>
						))}
						{says[name] && !options.some(({ id }) => id === says[name]) && (
							<option value={says[name]}>{says[name]}</option>
						)}
					</select>
				</label>
			))}
			{isNarrowed && (
				<button type="button" className="action" onClick={() => say(none)}>
					{t("profile.search.clear")}
				</button>
			)}
		</search>
	);
}
