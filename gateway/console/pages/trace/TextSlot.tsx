import { useId, useState } from "react";
import { useWords } from "../../words/use-words.ts";
import type { TextName } from "./clauses.ts";
import { filterOf } from "./filters.ts";
import look from "./Sentence.module.css";

type Props = { name: TextName; value: string; onChange: (value: string[]) => void };

/** A part of the sentence that is typed. It holds once the field is left or Enter is pressed. */
export function TextSlot({ name, value, onChange }: Props) {
	const t = useWords();
	const id = useId();
	const [typed, type] = useState(value);
	const text = typed.trim();
	const isWrong = text !== "" && !filterOf(name).is.test(text);
	const commit = () => {
		if (!isWrong && text !== value) onChange(text === "" ? [] : [text]);
	};
	return (
		<span className={look.text}>
			<input
				aria-label={t(`trace.pick.${name}`)}
				aria-invalid={isWrong}
				aria-describedby={isWrong ? id : undefined}
				placeholder={t(`trace.any.${name}`)}
				size={Math.max(typed.length, t(`trace.any.${name}`).length, 4)}
				value={typed}
				onChange={({ target }) => type(target.value)}
				onBlur={commit}
				onKeyDown={({ key }) => key === "Enter" && commit()}
			/>
			{isWrong && (
				<span id={id} className={look.wrong} role="alert">
					{t(`trace.wrong.${name}`)}
				</span>
			)}
		</span>
	);
}
