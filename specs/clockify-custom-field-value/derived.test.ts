import { testContract } from "../test-contract.ts";

await testContract("clockify-custom-field-value");
