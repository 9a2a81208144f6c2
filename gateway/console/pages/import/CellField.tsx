import { useId } from "react";
import { checkMended, mend } from "../../offline/import.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Import.module.css";

type Props = {
	/** Which row and which of its cells. */
	index: number;
	at: number;
	line: number;
	name: string;
	value: string;
	/** What is wrong with it. */
	message: string | undefined;
	isFixed: boolean;
};

/** A cell to be mended: kept at each keystroke, checked when it is left or with Enter. */
export function CellField({ index, at, line, name, value, message, isFixed }: Props) {
	const t = useWords();
	const id = useId();
	return (
		<label className={look.field}>
			<span>
				{name || t("import.columns.unnamed", { number: at + 1 })}
				<span className="unseen"> {t("import.line", { line })}</span>
			</span>
			<input
				value={value}
				readOnly={isFixed}
				aria-invalid={message !== undefined}
				aria-describedby={message === undefined ? undefined : id}
				onChange={({ target }) => mend(index, at, target.value)}
				onBlur={() => checkMended(index)}
				onKeyDown={({ key, nativeEvent }) => {
					if (key === "Enter" && !nativeEvent.isComposing) checkMended(index);
				}}
			/>
			{message !== undefined && (
				<span id={id} className={look.bad}>
					{message}
				</span>
			)}
		</label>
	);
}
