import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type Answer, type Fault, NoAnswer } from "../graphql/fetch-document.ts";
import { useWords } from "../words/use-words.ts";
import look from "./Answered.module.css";
import { hubText } from "./hub-text.ts";

/** Height while waiting, in px: about what the answer will take, so that nothing jumps. */
type Height = number;

type Props<Data> = {
	/** What is missing if it fails, as it would stand in a sentence: "The map". */
	name: string;
	query: UseQueryResult<Answer<Data>, Error>;
	height: Height;
	children: (data: Data) => ReactNode;
};

/** Says which part is missing and why, and offers to try again. */
export function Missing({
	name,
	faults,
	retry,
}: {
	name: string;
	faults: Fault[];
	retry: () => void;
}) {
	const t = useWords();
	const [fault] = faults;
	const part = fault?.part && t.maybe(`part.${fault.part}`, fault.part);
	const isUnreachable = fault?.code === "UNREACHABLE" || !fault;
	return (
		<div className={look.fault} role="alert">
			<p>
				{part ? t("missing.part", { name, part }) : t("missing.all", { name })}{" "}
				{isUnreachable ? t("missing.unreachable") : hubText(t, fault.code, fault.message)}
			</p>
			<button type="button" className="action" onClick={retry}>
				{t("retry")}
			</button>
		</div>
	);
}

/** The shape of what is still loading. */
export function Waiting({ name, height }: { name: string; height: Height }) {
	const t = useWords();
	return (
		<div className={look.shape} style={{ minHeight: height }} role="status">
			<span className="unseen">{t("waiting", { name })}</span>
		</div>
	);
}

/** What a query answered: its shape while waiting, what is missing, and the rest. */
export function Answered<Data>({ name, query, height, children }: Props<Data>) {
	const retry = () => void query.refetch();
	if (query.data)
		return (
			<>
				{query.data.faults.length > 0 && (
					<Missing name={name} faults={query.data.faults} retry={retry} />
				)}
				{children(query.data.data)}
			</>
		);
	if (query.error) {
		const faults = query.error instanceof NoAnswer ? query.error.faults : [];
		return <Missing name={name} faults={faults} retry={retry} />;
	}
	return <Waiting name={name} height={height} />;
}
