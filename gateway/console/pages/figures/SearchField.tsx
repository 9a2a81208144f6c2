import { useState } from "react";
import { useWords } from "../../words/use-words.ts";
import look from "./FilterBar.module.css";

type Props = { label: string; value: string; onSearch: (text: string) => void };

/** Words to look for; they hold once Enter is pressed or the field is left. */
export function SearchField({ label, value, onSearch }: Props) {
	const t = useWords();
	const [typed, type] = useState(value);
	const commit = () => {
		if (typed.trim() !== value) onSearch(typed.trim());
	};
	return (
		<form
			className={look.search}
			role="search"
			onSubmit={(event) => {
				event.preventDefault();
				commit();
			}}
		>
			<input
				type="search"
				aria-label={label}
				placeholder={label}
				maxLength={200}
				value={typed}
				onChange={({ target }) => type(target.value)}
				onBlur={commit}
			/>
			<button type="submit" className="action">
				{t("figures.search.go")}
			</button>
		</form>
	);
}
