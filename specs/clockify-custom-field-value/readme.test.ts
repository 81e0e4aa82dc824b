import { testReadme } from "../test-readme.ts";

await testReadme("clockify-custom-field-value");
