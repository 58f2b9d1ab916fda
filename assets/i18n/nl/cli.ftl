# De opdrachtregel: opdrachten, opties en wat ze terugzeggen.

cli-about = Leidt een living lab door zijn rondes en legt vast wat elke tafel zegt. Zonder internet.
