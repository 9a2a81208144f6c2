import type { Visit } from "../../offline/item.ts";
import { Waiting } from "../../parts/Answered.tsx";
import { useWords } from "../../words/use-words.ts";
import { Fields } from "./Fields.tsx";
import { useLastUsed } from "./use-last-used.ts";

export type VisitFormProps = {
	visitKey: string;
	owner: string;
	/** What lies on the device of it; undefined before the first keystroke. */
	visit?: Visit;
	onSubmitted: () => void;
};

/** The form of one visit, with what was used last. */
export function VisitForm(props: VisitFormProps) {
	const t = useWords();
	const { last, isPending, remember } = useLastUsed(props.owner);
	if (isPending) return <Waiting name={t("log.title")} height={600} />;
	return <Fields {...props} last={last} remember={remember} />;
}
