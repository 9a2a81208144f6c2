import { useRef, useState } from "react";
import { useWords } from "../words/use-words.ts";
import look from "./DirectoryFilters.module.css";

const PAUSE_MS = 200;

type Props = {
	label: string;
	/** What the address says. */
	said: string | undefined;
	/** Told what was typed, after a pause. */
	onType: (words: string | undefined) => void;
};

/** A field for words to search for, which the address follows. */
export function SearchWords({ label, said = "", onType }: Props) {
	const t = useWords();
	const [text, setText] = useState(said);
	const [seen, setSeen] = useState(said);
	const [isTyping, setTyping] = useState(false);
	const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
	if (seen !== said) {
		// The way back changes the address, not the field.
		setSeen(said);
		if (!isTyping && said !== text.trim()) setText(said);
	}
	function type(typed: string) {
		setText(typed);
		setTyping(true);
		clearTimeout(pause.current);
		pause.current = setTimeout(() => {
			setTyping(false);
			onType(typed.trim() || undefined);
		}, PAUSE_MS);
	}
	return (
		<label className={look.field}>
			<span>{label}</span>
			<input
				type="search"
				value={text}
				maxLength={100}
				placeholder={t("profile.search.hint")}
				onChange={({ target }) => type(target.value)}
			/>
		</label>
	);
}
